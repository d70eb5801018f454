package io.warmline.api.simulation;

import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.Objective;
import io.warmline.sdk.model.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the firm writes down. */
final class Facts {

  private Facts() {}

  /** Something that reports count. */
  interface Fact {

    Drive drive();

    /** Whose doing it was; null: nobody's of the firm. */
    @Nullable UUID agent();

    /** By which it belongs to a period. */
    Instant at();
  }

  /**
   * A call.
   *
   * @param attained null: neither the agent nor the outcome tells
   * @param seconds how long it took; null: nobody has looked at the clock
   */
  record Dial(
      Prospect prospect,
      UUID agent,
      Instant at,
      Disposition outcome,
      Objective objective,
      @Nullable Boolean attained,
      boolean interested,
      boolean asked,
      boolean counterOffered,
      @Nullable Integer seconds)
      implements Fact {

    @Override
    public Drive drive() {
      return prospect.drive();
    }

    /** Who agrees to a meeting is interested, whatever was ticked. */
    boolean isInterested() {
      return interested || outcome == Disposition.APPOINTMENT_SET;
    }

    /** How long it took; none where nobody has looked at the clock. */
    double minutes() {
      return seconds == null ? 0 : seconds / 60.0;
    }

    /** A failure of the line is none. */
    boolean counts() {
      return outcome != Disposition.TECHNICAL_FAILURE;
    }
  }

  /** Something a prospect did for which we call. */
  record Signal(Prospect prospect, Instant at, TaskKind kind) implements Fact {

    @Override
    public Drive drive() {
      return prospect.drive();
    }

    /** Who dialled first after it. */
    @Override
    public @Nullable UUID agent() {
      return firstDial().map(Dial::agent).orElse(null);
    }

    /** The first dial after it, whatever came of it. */
    Optional<Dial> firstDial() {
      return prospect.dials().stream()
          .filter(dial -> dial.counts() && !dial.at().isBefore(at))
          .findFirst();
    }
  }

  static double minutes(Instant from, Instant until) {
    return Duration.between(from, until).toMillis() / 60_000.0;
  }
}
