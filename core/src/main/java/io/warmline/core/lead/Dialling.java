package io.warmline.core.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a lead was dialled, and when it is dialled again.
 *
 * @param attempts calls that count towards the campaign's cap
 * @param hangUps how often the prospect hung up
 * @param lastAttemptAt when the latest call began, whether it counts or not
 * @param nextAttemptAt when we mean to dial again; the queue adds caps and calling hours
 * @param contactedAt when the first call began in which a human was reached
 */
public record Dialling(
    int attempts,
    int hangUps,
    Optional<Instant> lastAttemptAt,
    Optional<Instant> nextAttemptAt,
    Optional<Instant> contactedAt) {

  /** Never dialled. */
  public static final Dialling NONE =
      new Dialling(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

  Dialling dialled(Instant startedAt, int counts, int hungUp, boolean humanReached) {
    Instant last = lastAttemptAt.filter(startedAt::isBefore).orElse(startedAt);
    Instant first = contactedAt.filter(startedAt::isAfter).orElse(startedAt);
    return new Dialling(
        Math.max(attempts + counts, 0),
        Math.max(hangUps + hungUp, 0),
        Optional.of(last),
        nextAttemptAt,
        humanReached ? Optional.of(first) : contactedAt);
  }

  Dialling heard(Instant at) {
    Instant first = contactedAt.filter(at::isAfter).orElse(at);
    return new Dialling(attempts, hangUps, lastAttemptAt, nextAttemptAt, Optional.of(first));
  }

  Dialling countedBack(int counted, int hungUp) {
    return new Dialling(
        Math.max(attempts - counted, 0),
        Math.max(hangUps - hungUp, 0),
        lastAttemptAt,
        nextAttemptAt,
        contactedAt);
  }

  /** The calls to two leads that are one. */
  Dialling and(Dialling other) {
    return new Dialling(
        attempts + other.attempts,
        Math.max(hangUps, other.hangUps),
        latest(lastAttemptAt, other.lastAttemptAt),
        nextAttemptAt.or(other::nextAttemptAt),
        earliest(contactedAt, other.contactedAt));
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
  }

  private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
  }

  Dialling anew() {
    return new Dialling(0, 0, lastAttemptAt, Optional.empty(), contactedAt);
  }

  Dialling next(@Nullable Instant at) {
    return new Dialling(attempts, hangUps, lastAttemptAt, Optional.ofNullable(at), contactedAt);
  }
}
