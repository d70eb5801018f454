package io.warmline.api.simulation;

import io.warmline.sdk.model.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time at which we said we would call. */
final class Promise implements Facts.Fact {

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration PUNCTUAL = Duration.ofMinutes(15);

  /** How a promise ended. */
  enum End {
    /** We got through: it is kept, or another stands in its place. */
    TALKED,
    /** We dialled and reached nobody; the callback is tried again. */
    NOT_REACHED,
    /** The prospect wants no calls any more. */
    REFUSED
  }

  private final Prospect prospect;
  private final Instant due;
  private final Instant latest;
  private @Nullable Instant dialledAt;
  private @Nullable Disposition outcome;
  private @Nullable Instant endedAt;
  private @Nullable End end;

  Promise(Prospect prospect, Instant due, Instant latest) {
    this.prospect = prospect;
    this.due = due;
    this.latest = latest;
  }

  @Override
  public Drive drive() {
    return prospect.drive();
  }

  @Override
  public @Nullable UUID agent() {
    return null;
  }

  @Override
  public Instant at() {
    return due;
  }

  /**
   * The first dial from a little before its time on is the one that was promised; a failure of the
   * line is none.
   */
  void dialled(Instant at, Disposition how) {
    boolean early = at.isBefore(due.minus(EARLY));
    if (endedAt == null && dialledAt == null && !early && how != Disposition.TECHNICAL_FAILURE) {
      dialledAt = at;
      outcome = how;
    }
  }

  void end(End how, Instant at) {
    if (endedAt == null) {
      endedAt = at;
      end = how;
    }
  }

  /**
   * Whether it fell due: nobody released us from it before, nothing took its place, the prospect
   * did not call us first, and it may not be kept yet.
   */
  boolean fellDue(Instant now) {
    boolean before = endedAt != null && endedAt.isBefore(due.minus(EARLY));
    return due.isBefore(now)
        && !before
        && end != End.REFUSED
        && (dialledAt != null || isBroken(now));
  }

  private boolean isBroken(Instant now) {
    return endedAt == null
        ? !graceEnds().isAfter(now)
        : end != End.TALKED || endedAt.isAfter(graceEnds());
  }

  private Instant graceEnds() {
    return latest.plus(Duration.ofMinutes(Drive.GRACE_MINUTES));
  }

  boolean isKept() {
    return dialledAt != null && !dialledAt.isAfter(graceEnds());
  }

  /** By the end of its window, or soon after its time if that is later. */
  boolean isPunctual() {
    Instant soon = due.plus(PUNCTUAL);
    return dialledAt != null && !dialledAt.isAfter(soon.isAfter(latest) ? soon : latest);
  }

  boolean hasReached() {
    return outcome != null && Trade.isConversation(outcome);
  }

  boolean isDialled() {
    return dialledAt != null;
  }

  /** How long after its time, or its window, it was dialled, in minutes; negative: before it. */
  double delay() {
    if (dialledAt == null) {
      return Double.NaN;
    }
    if (!latest.isAfter(due.plus(PUNCTUAL))) {
      return Facts.minutes(due, dialledAt);
    }
    return dialledAt.isAfter(latest)
        ? Facts.minutes(latest, dialledAt)
        : Math.min(0, Facts.minutes(due, dialledAt));
  }

  boolean isOpen() {
    return endedAt == null;
  }

  @Override
  public String toString() {
    return "promise of %s to %s (%s): dialled %s, %s %s"
        .formatted(due, prospect.lead(), prospect.status(), dialledAt, end, endedAt);
  }
}
