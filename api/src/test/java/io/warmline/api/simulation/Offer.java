package io.warmline.api.simulation;

import io.warmline.sdk.model.ReturnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hand-off to a client. */
final class Offer implements Facts.Fact {

  /** What became of it. */
  enum State {
    OPEN,
    ACCEPTED,
    RETURNED,
    EXPIRED
  }

  private final Prospect prospect;
  private final UUID id;
  private final UUID agent;
  private final boolean qualified;
  private final Instant offeredAt;
  private State state = State.OPEN;
  private @Nullable ReturnReason reason;
  private @Nullable Instant decidedAt;

  /**
   * @param qualified or not ready yet
   */
  Offer(Prospect prospect, UUID id, UUID agent, boolean qualified, Instant offeredAt) {
    this.prospect = prospect;
    this.id = id;
    this.agent = agent;
    this.qualified = qualified;
    this.offeredAt = offeredAt;
  }

  UUID id() {
    return id;
  }

  Prospect prospect() {
    return prospect;
  }

  boolean isQualified() {
    return qualified;
  }

  @Override
  public Drive drive() {
    return prospect.drive();
  }

  @Override
  public UUID agent() {
    return agent;
  }

  @Override
  public Instant at() {
    return offeredAt;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** While it cannot have expired yet: whole business days count, at least five of them. */
  boolean isWithClient(Instant now) {
    return isOpen() && now.isBefore(offeredAt.plus(Duration.ofDays(5)));
  }

  boolean is(State what) {
    return state == what;
  }

  boolean isReturnedAs(ReturnReason what) {
    return reason == what;
  }

  void accept(Instant now) {
    state = State.ACCEPTED;
    decidedAt = now;
  }

  void giveBack(ReturnReason why, Instant now) {
    state = State.RETURNED;
    reason = why;
    decidedAt = now;
  }

  /** Its time is up, or there is nothing to be decided any more. */
  void expire() {
    if (isOpen()) {
      state = State.EXPIRED;
    }
  }

  /** In hours; not a number while nobody has decided. */
  double timeToDecision() {
    return decidedAt == null ? Double.NaN : Facts.minutes(offeredAt, decidedAt) / 60;
  }
}
