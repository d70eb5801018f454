package io.warmline.core.callback;

import io.warmline.core.callback.Reading.Remarks;
import io.warmline.core.callback.Reading.Warning;
import io.warmline.core.phrase.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the times that may be meant: what it is by the clock of one of the prospect's zones.
 *
 * @param fit empty: no call is legal within two weeks of it
 * @param doubtful whether the words themselves leave a doubt
 */
record Candidate(Intent intent, Optional<Fit> fit, Remarks remarks, boolean doubtful) {

  /**
   * The time to agree on: of the candidates the first that is legal in all zones, else the first,
   * and the prospect is asked.
   *
   * @param candidates at least one
   * @param grace the campaign's grace
   */
  static AgreedTime best(List<Candidate> candidates, CallbackResolution how, Duration grace) {
    Candidate best =
        candidates.stream().filter(Candidate::isLegal).findFirst().orElse(candidates.get(0));
    Reading reading = best.reading();
    boolean told = candidates.stream().anyMatch(other -> best.differsFrom(other));
    return new AgreedTime(
        best.window(grace),
        how,
        told ? reading.warning(Warning.ZONE_UNCERTAIN, List.of()) : reading);
  }

  private boolean isLegal() {
    return fit.filter(found -> !found.moved()).isPresent();
  }

  /** Whether the zones disagree about a time that was said. */
  private boolean differsFrom(Candidate other) {
    boolean timed =
        intent.precision() == Precision.EXACT_TIME || intent.precision() == Precision.PART_OF_DAY;
    return timed && !preferredAt().equals(other.preferredAt());
  }

  private Instant preferredAt() {
    return intent.preferred().atZone(intent.zone()).toInstant();
  }

  private Reading reading() {
    Reading plain =
        new Reading(
            Optional.of(intent),
            Optional.of(fit.map(Fit::preferredAt).orElseGet(this::preferredAt)),
            doubtful,
            remarks);
    if (fit.isEmpty()) {
      return plain.warning(Warning.NO_HOURS, List.of());
    }
    return fit.get().moved() ? plain.warning(Warning.OUTSIDE_HOURS, fit.get().others()) : plain;
  }

  /** From the first legal time to the last, and long enough to be met. */
  private CallWindow window(Duration grace) {
    if (fit.isEmpty()) {
      return CallWindow.from(preferredAt(), grace);
    }
    CallWindow shortest = CallWindow.from(fit.get().dueAt(), grace);
    Instant latest = fit.get().latestAt();
    return latest.isAfter(shortest.latestAt())
        ? new CallWindow(fit.get().dueAt(), latest)
        : shortest;
  }
}
