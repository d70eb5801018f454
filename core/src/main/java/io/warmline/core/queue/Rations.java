package io.warmline.core.queue;

import io.warmline.core.queue.Share.Quota;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is left of the quotas of a day, as far as anybody has one. */
final class Rations {

  private final Map<UUID, Ration> rations = new HashMap<>();

  /**
   * A quota as it stands.
   *
   * @param dialled dials of the day
   * @param held leads that agents hold and have not dialled yet
   * @param ends when its day ends
   */
  record Ration(Quota quota, long dialled, long held, Instant ends) {

    boolean usedUp() {
      return dialled + held >= quota.dials();
    }

    /** Whether it would not be used up if agents gave back what they hold. */
    boolean mayComeBack() {
      return dialled < quota.dials();
    }

    private Ration without(int claims) {
      return new Ration(quota, dialled, held + claims, ends);
    }
  }

  Rations(Collection<Ration> rations) {
    rations.forEach(ration -> this.rations.put(ration.quota().of(), ration));
  }

  /** Whether anybody has a quota. */
  boolean any() {
    return !rations.isEmpty();
  }

  /** Whether of the campaign there is only what was promised. */
  boolean usedUp(Share share) {
    return share.quotas().stream().anyMatch(quota -> of(quota).filter(Ration::usedUp).isPresent());
  }

  /** When the last of the quotas that are used up is new; empty if none is. */
  Optional<Instant> until(Share share) {
    return share.quotas().stream()
        .flatMap(quota -> of(quota).filter(Ration::usedUp).stream())
        .map(Ration::ends)
        .max(Instant::compareTo);
  }

  /** Whether it is used up by what agents hold, and may have room again before the day ends. */
  boolean mayComeBack(Share share) {
    return share.quotas().stream()
        .flatMap(quota -> of(quota).filter(Ration::usedUp).stream())
        .allMatch(Ration::mayComeBack);
  }

  /** A lead of it was handed out. */
  void take(Share share) {
    share.quotas().forEach(quota -> rations.computeIfPresent(quota.of(), (of, r) -> r.without(1)));
  }

  private Optional<Ration> of(Quota quota) {
    return Optional.ofNullable(rations.get(quota.of()));
  }
}
