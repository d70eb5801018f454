package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the lead that a row is about among those of the campaign, and tells new ones.
 *
 * <ol>
 *   <li>A row with an external id is about the lead with that external id. If there is none, it is
 *       about the lead without an external id whose first number is the row's first number, and
 *       gives it the external id.
 *   <li>A row without an external id is about the lead without an external id whose first number is
 *       the row's first number; if there is none, about the oldest lead with that first number.
 *   <li>Any other row is a new lead, and the rows after it find it.
 * </ol>
 *
 * An erased lead has neither external id nor number, so no row is about it.
 */
final class Roster {

  private static final Comparator<KnownLead> OLDEST = Comparator.comparing(KnownLead::id);

  private final Map<UUID, KnownLead> leads = new LinkedHashMap<>();
  private final Map<String, KnownLead> byExternalId = new HashMap<>();
  private final Map<PhoneNumber, KnownLead> withoutExternalId = new HashMap<>();
  private final Map<PhoneNumber, KnownLead> oldest = new HashMap<>();

  /** What became of a row. */
  enum Outcome {
    CREATED,
    MERGED
  }

  /**
   * @param known every lead that a row of the batch may be about
   */
  Roster(Collection<KnownLead> known) {
    known.forEach(this::index);
  }

  /** Merges the row into the lead it is about, or makes it a new one. */
  Outcome take(StatedLead stated) {
    Optional<KnownLead> found = find(stated);
    KnownLead lead = found.orElseGet(() -> KnownLead.created(stated));
    if (found.isPresent()) {
      withoutExternalId.remove(lead.numbers().get(0), lead);
      lead.learn(stated);
    }
    index(lead);
    return found.isPresent() ? Outcome.MERGED : Outcome.CREATED;
  }

  private Optional<KnownLead> find(StatedLead stated) {
    PhoneNumber first = stated.firstNumber();
    Stream<Optional<KnownLead>> candidates =
        stated
            .externalId()
            .map(
                externalId ->
                    Stream.of(
                        Optional.ofNullable(byExternalId.get(externalId)),
                        Optional.ofNullable(withoutExternalId.get(first))))
            .orElseGet(
                () ->
                    Stream.of(
                        Optional.ofNullable(withoutExternalId.get(first)),
                        Optional.ofNullable(oldest.get(first))));
    return candidates.flatMap(Optional::stream).findFirst();
  }

  private void index(KnownLead lead) {
    leads.put(lead.id(), lead);
    PhoneNumber first = lead.numbers().get(0);
    oldest.merge(first, lead, (a, b) -> OLDEST.compare(a, b) <= 0 ? a : b);
    lead.externalId()
        .ifPresentOrElse(
            externalId -> byExternalId.put(externalId, lead),
            () -> withoutExternalId.put(first, lead));
  }

  /**
   * The leads that have to be written, those known before first, then the new ones in the order of
   * their rows.
   */
  List<KnownLead> changed() {
    return leads.values().stream().filter(KnownLead::isChanged).toList();
  }
}
