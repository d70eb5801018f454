package io.warmline.api.simulation;

import io.warmline.sdk.model.ReturnReason;
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
    /** The client let it lie. */
    EXPIRED,
    /** Something made an end of it before its time was up. */
    WITHDRAWN
  }

  private final Prospect prospect;
  private final UUID id;
  private final UUID agent;
  private final boolean qualified;
  private final Instant offeredAt;
  private Instant decideBy = Instant.MAX;
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

  boolean isWithClient(Instant now) {
    return isOpen() && now.isBefore(decideBy);
  }

  /** What the client was told. */
  void decideBy(Instant told) {
    decideBy = told;
  }

  boolean is(State what) {
    return state == what;
  }

  /** By the client, or by its silence. */
  boolean isDecided() {
    return state == State.ACCEPTED || state == State.RETURNED || state == State.EXPIRED;
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
  void end(Instant now) {
    if (isOpen()) {
      state = now.isBefore(decideBy) ? State.WITHDRAWN : State.EXPIRED;
    }
  }

  /** In hours; not a number while nobody has decided. */
  double timeToDecision() {
    return decidedAt == null ? Double.NaN : Facts.minutes(offeredAt, decidedAt) / 60;
  }
}
