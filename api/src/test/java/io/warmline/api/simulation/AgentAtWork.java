package io.warmline.api.simulation;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** An agent of the firm: asks who is to be called, calls, writes down what was said, asks again. */
final class AgentAtWork {

  private static final ZoneId OFFICE = ZoneId.of("America/New_York");
  private static final Duration BREATH = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final World world;
  private final UUID id;
  private final Hours shift;
  private final Map<UUID, Prospect> prospects;
  private final Talk talk;
  private final Aftermath aftermath;
  private boolean idle = true;
  private long turn;

  AgentAtWork(World world, UUID id, Hours shift, Map<UUID, Prospect> prospects) {
    this.world = world;
    this.id = id;
    this.shift = shift;
    this.prospects = prospects;
    this.talk = new Talk(world);
    this.aftermath = new Aftermath(world);
  }

  /** Comes to the first shift. */
  void hired() {
    askAt(shift.next(world.now(), OFFICE));
  }

  boolean hears() {
    return idle && shift.areOpen(world.now(), OFFICE) && world.now().isBefore(Year.CLOSES);
  }

  private void askAt(Instant time) {
    idle = true;
    if (!time.isBefore(Year.CLOSES)) {
      return;
    }
    long mine = ++turn;
    world.agenda().at(time, () -> askIf(mine));
  }

  private void askIf(long mine) {
    if (mine == turn) {
      ask();
    }
  }

  /** Asks for the next lead. */
  void ask() {
    Instant now = world.now();
    if (!shift.areOpen(now, OFFICE)) {
      askAt(shift.next(now, OFFICE));
      return;
    }
    NextLead next = world.warmline().claims().claimNextLead(id);
    if (next.isEmpty()) {
      Instant again = now.plus(later(next.retryAfter()));
      askAt(shift.areOpen(again, OFFICE) ? again : shift.next(now, OFFICE));
    } else {
      idle = false;
      turn++;
      take(next.orElseThrow());
    }
  }

  /** The bell tells of what cannot wait. */
  private static Duration later(Duration retryAfter) {
    return retryAfter.compareTo(PAUSE) < 0 ? PAUSE : retryAfter;
  }

  private void take(ClaimedLead claim) {
    Instant now = world.now();
    Prospect prospect = prospects.get(claim.lead().getId());
    Guard.mayBeCalled(prospect, claim.claim(), now);
    prospect.line().take(now, claim.expiresAt().toInstant());
    if (world.chance().is(0.01)) {
      claim.release(ReleaseReason.NOT_DIALLED);
      prospect.line().giveBack(now);
      askAt(now.plus(BREATH));
    } else if (world.chance().is(0.003)) {
      askAt(now.plus(BREATH));
    } else {
      world.agenda().in(world.chance().minutes(1, 4), () -> hangUp(claim, prospect, now));
    }
  }

  private void hangUp(ClaimedLead claim, Prospect prospect, Instant dialledAt) {
    NewCall call = talk.with(prospect, claim.claim(), dialledAt);
    if (call.getDisposition() == Disposition.QUALIFIED) {
      Guard.isRefusedUnqualified(world, claim.claim(), call, prospect);
    }
    LoggedCall answer = claim.log(call);
    prospect.line().giveBack(world.now());
    Guard.brokeNoRule(answer);
    YearLedger.Made made =
        new YearLedger.Made(prospect, claim.claim(), call, dialledAt, world.now());
    world.ledger().enter(made, answer);
    aftermath.of(made);
    askAt(world.now().plus(BREATH));
  }
}
