package io.warmline.api.simulation;

import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.MeetingVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting; one that is given another time is followed by the next. */
final class Meeting implements Facts.Fact {

  /** What became of it. */
  enum State {
    OPEN,
    HELD,
    NO_SHOW,
    CANCELLED,
    MOVED
  }

  private final Prospect prospect;
  private final UUID id;
  private final Instant firstSetAt;
  private final Instant setAt;
  private final @Nullable UUID firstSetter;
  private final Instant startsAt;
  private State state = State.OPEN;
  private @Nullable Instant confirmationDialledAt;
  private boolean confirmationReached;
  private boolean confirmed;
  private @Nullable Instant cancelledAt;
  private boolean cancelledInConfirmation;
  private @Nullable CancelledBy cancelledBy;
  private @Nullable MeetingVerdict verdict;

  private Meeting(
      Prospect prospect,
      UUID id,
      Instant firstSetAt,
      Instant setAt,
      @Nullable UUID firstSetter,
      Instant startsAt) {
    this.prospect = prospect;
    this.id = id;
    this.firstSetAt = firstSetAt;
    this.setAt = setAt;
    this.firstSetter = firstSetter;
    this.startsAt = startsAt;
  }

  static Meeting set(Prospect with, UUID id, Instant at, UUID setter, Instant startsAt) {
    return new Meeting(with, id, at, at, setter, startsAt);
  }

  /** The one that stands in its place; it is still whose the first was. */
  Meeting moved(UUID next, Instant at, Instant startsAt) {
    state = State.MOVED;
    return new Meeting(prospect, next, firstSetAt, at, firstSetter, startsAt);
  }

  UUID id() {
    return id;
  }

  Prospect prospect() {
    return prospect;
  }

  Instant startsAt() {
    return startsAt;
  }

  @Override
  public Drive drive() {
    return prospect.drive();
  }

  @Override
  public @Nullable UUID agent() {
    return firstSetter;
  }

  @Override
  public Instant at() {
    return startsAt;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean is(State what) {
    return state == what;
  }

  void confirmationDialled(Instant at, boolean reached) {
    confirmationDialledAt = confirmationDialledAt == null ? at : confirmationDialledAt;
    confirmationReached |= reached;
  }

  boolean isConfirmationDialled() {
    return confirmationDialledAt != null;
  }

  boolean isConfirmationReached() {
    return confirmationReached;
  }

  /** From its setting to the first dial for its confirmation, in minutes. */
  double confirmationLag() {
    return confirmationDialledAt == null ? Double.NaN : Facts.minutes(setAt, confirmationDialledAt);
  }

  void confirm() {
    confirmed = true;
  }

  boolean isConfirmed() {
    return confirmed;
  }

  /** The prospect calls it off. */
  void cancel(Instant at, boolean inConfirmation) {
    cancel(CancelledBy.PROSPECT, at);
    cancelledInConfirmation = inConfirmation;
  }

  void cancel(CancelledBy whom, Instant at) {
    state = State.CANCELLED;
    cancelledBy = whom;
    cancelledAt = at;
  }

  /** From its cancellation to its start, in hours. */
  double notice() {
    return cancelledAt == null ? Double.NaN : Facts.minutes(cancelledAt, startsAt) / 60;
  }

  boolean isCancelledBy(CancelledBy whom) {
    return cancelledBy == whom;
  }

  boolean isCancelledInConfirmation() {
    return cancelledInConfirmation;
  }

  void missed() {
    state = State.NO_SHOW;
  }

  void held(@Nullable MeetingVerdict judged) {
    state = State.HELD;
    verdict = judged;
  }

  /** Held, and the client thinks that it should not have been. */
  boolean isWasted() {
    return verdict == MeetingVerdict.UNQUALIFIED || verdict == MeetingVerdict.BAD_LEAD;
  }

  /** Days from the first setting to the meeting, by the prospect's dates, as reports tell them. */
  String leadTime() {
    long days =
        ChronoUnit.DAYS.between(
            firstSetAt.atZone(prospect.zone()).toLocalDate(),
            startsAt.atZone(prospect.zone()).toLocalDate());
    if (days <= 1) {
      return "" + Math.max(0, days);
    }
    return days <= 3 ? "2-3" : days <= 7 ? "4-7" : days <= 14 ? "8-14" : "15+";
  }
}
