package io.warmline.core.imports;

import io.warmline.core.lead.ErasedPersons;
import io.warmline.core.lead.ErasedPersons.Person;
import io.warmline.core.lead.SamePerson.Answerer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Refuses the rows of people who were erased, however old the list is in which they stand. Whoever
 * is a lead of the campaign was taken in again on purpose.
 */
@ApplicationScoped
class ErasedRows {

  private final ErasedPersons erased;

  ErasedRows(ErasedPersons erased) {
    this.erased = erased;
  }

  /** The batch with these rows refused. Asked under the locks of its numbers. */
  RowBatch sift(ImportJob job, RowBatch batch, Roster roster) {
    List<Integer> asked = new ArrayList<>();
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < batch.rows().size(); i++) {
      CheckedRow row = batch.rows().get(i).checked();
      if (row instanceof CheckedRow.Usable usable && !roster.knows(usable.lead())) {
        asked.add(i);
        people.add(person(job, usable.lead()));
      }
    }
    Map<Integer, Instant> found = erased.among(people);
    if (found.isEmpty()) {
      return batch;
    }
    List<RowBatch.Row> rows = new ArrayList<>(batch.rows());
    found.forEach(
        (place, at) -> rows.set(asked.get(place), refused(rows.get(asked.get(place)), at)));
    return new RowBatch(rows, batch.bytesRead());
  }

  private static Person person(ImportJob job, StatedLead lead) {
    return new Person(
        job.campaign(),
        lead.externalId(),
        lead.numbers(),
        new Answerer(
            lead.values().get(LeadField.FIRST_NAME),
            lead.values().get(LeadField.LAST_NAME),
            lead.values().get(LeadField.EMAIL),
            null));
  }

  /** Nothing of the row is kept: it is not to be mended. */
  private static RowBatch.Row refused(RowBatch.Row row, Instant erasedAt) {
    return new RowBatch.Row(
        row.line(),
        "",
        new CheckedRow.Refused(
            new FileRow.Broken(
                row.line(),
                null,
                RowProblem.PERSON_ERASED,
                "This person was erased on "
                    + erasedAt.atZone(ZoneOffset.UTC).toLocalDate()
                    + ", and no list brings them back. Where they have come back themselves, take them in"
                    + " with createLead or upsertLead: rows of lists are merged into that lead.")));
  }
}
