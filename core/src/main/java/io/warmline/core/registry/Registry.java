package io.warmline.core.registry;

import io.warmline.core.id.ImportId;
import io.warmline.core.id.RegistryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A do-not-call registry, with the list that is in force.
 *
 * @param asOf the day of which the list is
 * @param list the import that brought it
 * @param numbers how many are on it
 * @param maxAgeDays how many days old it may be; empty where no limit is known
 * @param warnsAt from when its user is warned
 * @param expiresAt from when it is too old
 * @param expired whether dialling has stopped because of that
 */
public record Registry(
    RegistryId id,
    String name,
    Territory jurisdiction,
    LocalDate asOf,
    ImportId list,
    long numbers,
    Optional<Integer> maxAgeDays,
    Optional<Instant> warnsAt,
    Optional<Instant> expiresAt,
    boolean expired,
    Instant importedAt) {

  /** Where it stands at an instant. */
  public RegistryStatus status(Instant at) {
    if (expiresAt.filter(end -> !at.isBefore(end)).isPresent()) {
      return RegistryStatus.EXPIRED;
    }
    return warnsAt.filter(start -> !at.isBefore(start)).isPresent()
        ? RegistryStatus.WARNING
        : RegistryStatus.FRESH;
  }
}
