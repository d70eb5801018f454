package io.warmline.core.imports;

import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.lead.SamePerson;
import io.warmline.core.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lead that a row is about among those of the campaign, and tells new ones.
 *
 * <ol>
 *   <li>A row with an external id is about the lead with that external id.
 *   <li>Else it is about the lead with a number of it who is the same person ({@link SamePerson}):
 *       first one whose name or e-mail address agrees, then one of whom neither is known; first one
 *       without an external id, then the oldest. By a number that is not the row's first, which may
 *       be the firm's, only one whose name or address agrees is found.
 *   <li>Any other row is a new lead, and the rows after it find it.
 * </ol>
 *
 * An erased lead has neither external id nor number, so no row is about it.
 */
final class Roster {

  private final DuplicatePolicy policy;
  private final Map<UUID, KnownLead> leads = new LinkedHashMap<>();
  private final Map<String, KnownLead> byExternalId = new HashMap<>();
  private final Map<PhoneNumber, List<KnownLead>> byNumber = new HashMap<>();

  /** What became of a row. */
  enum Outcome {
    CREATED,
    MERGED,
    SKIPPED
  }

  /**
   * @param known every lead that a row of the batch may be about
   */
  Roster(Collection<KnownLead> known, DuplicatePolicy policy) {
    this.policy = policy;
    known.forEach(this::index);
  }

  /**
   * What became of a row, and the lead it is about.
   *
   * @param warnings what the lead did not take of it
   */
  record Taken(Outcome outcome, KnownLead lead, List<RowWarning> warnings) {}

  /** Merges the row into the lead it is about, or makes it a new one. */
  Taken take(StatedLead stated) {
    Optional<KnownLead> found = find(stated);
    if (found.isEmpty()) {
      KnownLead lead = KnownLead.created(stated);
      index(lead);
      return new Taken(Outcome.CREATED, lead, List.of());
    }
    KnownLead lead = found.get();
    if (policy == DuplicatePolicy.SKIP) {
      lead.heed(stated);
      return new Taken(Outcome.SKIPPED, lead, List.of());
    }
    List<PhoneNumber> before = List.copyOf(lead.numbers());
    List<RowWarning> warnings = new ArrayList<>();
    if (policy == DuplicatePolicy.TAKE_OVER) {
      lead.giveWayTo(stated, warnings);
    } else {
      lead.learn(stated, warnings);
    }
    before.forEach(number -> byNumber.getOrDefault(number, new ArrayList<>()).remove(lead));
    index(lead);
    return new Taken(Outcome.MERGED, lead, warnings);
  }

  /** Whether the campaign has the lead that the row is about, and the row is not to be another. */
  boolean knows(StatedLead stated) {
    return find(stated).isPresent();
  }

  private Optional<KnownLead> find(StatedLead stated) {
    Optional<KnownLead> same = stated.externalId().map(byExternalId::get);
    if (same.isPresent() || policy == DuplicatePolicy.NEW) {
      return same;
    }
    return stated.numbers().stream()
        .flatMap(number -> having(number, stated))
        .min(
            Comparator.comparing(Found::likeness)
                .reversed()
                .thenComparing(found -> found.lead().externalId().isPresent())
                .thenComparing(found -> found.lead().id()))
        .map(Found::lead);
  }

  /** A lead that a row may be about. */
  private record Found(KnownLead lead, SamePerson.Likeness likeness) {}

  private Stream<Found> having(PhoneNumber number, StatedLead row) {
    SamePerson.Likeness least =
        number.equals(row.firstNumber()) ? SamePerson.Likeness.POSSIBLE : SamePerson.Likeness.SURE;
    return byNumber.getOrDefault(number, List.of()).stream()
        .map(lead -> new Found(lead, likeness(lead, row, number)))
        .filter(found -> found.likeness().compareTo(least) >= 0);
  }

  private static SamePerson.Likeness likeness(KnownLead lead, StatedLead row, PhoneNumber number) {
    return SamePerson.of(
        answerer(lead.values(), lead.extension(number)),
        answerer(row.values(), row.person().extensions().get(number)));
  }

  private static SamePerson.Answerer answerer(
      Map<LeadField, String> values, @Nullable String extension) {
    return new SamePerson.Answerer(
        values.get(LeadField.FIRST_NAME),
        values.get(LeadField.LAST_NAME),
        values.get(LeadField.EMAIL),
        extension);
  }

  private void index(KnownLead lead) {
    leads.put(lead.id(), lead);
    for (PhoneNumber number : lead.numbers()) {
      byNumber.computeIfAbsent(number, n -> new ArrayList<>()).add(lead);
    }
    lead.externalId().ifPresent(externalId -> byExternalId.put(externalId, lead));
  }

  /**
   * The leads that have to be written, those known before first, then the new ones in the order of
   * their rows.
   */
  List<KnownLead> changed() {
    return leads.values().stream().filter(KnownLead::isChanged).toList();
  }
}
