package io.warmline.core.imports;

import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the rows of a batch, counts them, and keeps what was found of them. */
@ApplicationScoped
class BatchFindings {

  private static final Set<RowProblem> DOUBTS =
      EnumSet.of(RowProblem.AMBIGUOUS_PHONE_NUMBER, RowProblem.UNCLEAR_PLACE);

  private final ImportFindings findings;
  private final KnownNumbers knownNumbers;

  BatchFindings(ImportFindings findings, KnownNumbers knownNumbers) {
    this.findings = findings;
    this.knownNumbers = knownNumbers;
  }

  /** Merges the rows into the roster; returns how far the import is then. */
  Import.Progress take(ImportJob job, Import.Progress before, RowBatch batch, Roster roster) {
    List<Rejection> found = new ArrayList<>();
    Map<Long, String> texts = new HashMap<>();
    Import.Progress progress = before;
    for (RowBatch.Row row : batch.rows()) {
      long ordinal = progress.rowsRead() + 1;
      int already = found.size();
      if (row.checked() instanceof CheckedRow.Usable usable) {
        Roster.Taken taken = roster.take(usable.lead());
        List<RowWarning> warnings = warnings(usable, taken);
        warn(found, ordinal, row.line(), warnings);
        progress = progress.plus(taken.outcome(), !warnings.isEmpty());
      } else {
        progress = progress.plusRejected();
        found.add(rejection(ordinal, ((CheckedRow.Refused) row.checked()).fault()));
      }
      if (found.size() > already && !row.text().isEmpty()) {
        texts.put(ordinal, row.text());
      }
    }
    findings.keep(job.id(), found, texts);
    return progress.finding(known(job, batch), batch.bytesRead());
  }

  /** A row that was passed over takes nothing, so that nothing of it is left out. */
  private static List<RowWarning> warnings(CheckedRow.Usable usable, Roster.Taken taken) {
    if (taken.outcome() == Roster.Outcome.SKIPPED) {
      return List.of();
    }
    List<RowWarning> warnings = new ArrayList<>(usable.warnings());
    taken.warnings().forEach(warning -> warnings.add(usable.origins().located(warning)));
    return warnings;
  }

  private static void warn(
      List<Rejection> found, long ordinal, long line, List<RowWarning> warnings) {
    int part = 1;
    for (RowWarning warning : warnings) {
      found.add(
          new Rejection(
              ordinal,
              part++,
              Rejection.Kind.WARNED,
              line,
              Optional.of(warning.field()),
              warning.column(),
              warning.code().name(),
              warning.reason()));
    }
  }

  private static Rejection rejection(long ordinal, FileRow.Broken fault) {
    return new Rejection(
        ordinal,
        1,
        Rejection.Kind.REJECTED,
        fault.line(),
        Optional.ofNullable(fault.field()),
        Optional.ofNullable(fault.column()),
        fault.code().name(),
        fault.reason());
  }

  private Import.Found known(ImportJob job, RowBatch batch) {
    List<StatedLead> rows = batch.stated();
    Set<PhoneNumber> all = batch.numbers();
    Set<PhoneNumber> first = new LinkedHashSet<>();
    rows.forEach(row -> first.add(row.firstNumber()));
    Map<PhoneNumber, KnownNumbers.Known> known = knownNumbers.ofLeads(first, job.createdAt());
    Set<PhoneNumber> listed = knownNumbers.onDoNotCallList(all, job.campaign(), job.createdAt());
    return new Import.Found(
        count(rows, row -> known.containsKey(row.firstNumber())),
        count(rows, known, KnownNumbers.Known::customer),
        count(rows, known, KnownNumbers.Known::promised),
        count(rows, known, KnownNumbers.Known::met),
        count(rows, known, KnownNumbers.Known::disqualified),
        count(rows, known, KnownNumbers.Known::dead),
        count(rows, row -> !row.person().refused().isEmpty()),
        count(rows, row -> row.numbers().stream().anyMatch(listed::contains)),
        count(rows, row -> row.numbers().stream().anyMatch(BatchFindings::isWithoutRule)),
        batch.rows().stream().filter(BatchFindings::isDoubtful).count());
  }

  private static long count(List<StatedLead> rows, Predicate<StatedLead> such) {
    return rows.stream().filter(such).count();
  }

  private static long count(
      List<StatedLead> rows,
      Map<PhoneNumber, KnownNumbers.Known> known,
      Predicate<KnownNumbers.Known> such) {
    return count(
        rows,
        row -> {
          KnownNumbers.Known found = known.get(row.firstNumber());
          return found != null && such.test(found);
        });
  }

  private static boolean isWithoutRule(PhoneNumber number) {
    return PhoneNumbers.countryOf(number)
        .filter(country -> !CallingRules.presets().cover(new Jurisdiction(country)))
        .isPresent();
  }

  private static boolean isDoubtful(RowBatch.Row row) {
    return row.checked() instanceof CheckedRow.Usable usable
        && usable.warnings().stream().anyMatch(warning -> DOUBTS.contains(warning.code()));
  }
}
