package io.warmline.api.simulation;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An agent of the firm: asks who is to be called, calls, writes down what was said, asks again. */
final class AgentAtWork {

  private static final Duration BREATH = Duration.ofMinutes(1);

  private final World world;
  private final UUID id;
  private final Hours shift;
  private final Map<UUID, Prospect> prospects;
  private final Talk talk;
  private final Aftermath aftermath;
  private boolean idle = true;

  AgentAtWork(World world, UUID id, Hours shift, Map<UUID, Prospect> prospects) {
    this.world = world;
    this.id = id;
    this.shift = shift;
    this.prospects = prospects;
    this.talk = new Talk(world);
    this.aftermath = new Aftermath(world);
  }

  /** Whether this one sits at the desk and has nothing to do. */
  boolean hears() {
    return idle && shift.areOpen(world.now(), Floor.OFFICE) && world.now().isBefore(Year.CLOSES);
  }

  /** Asks for the next lead, and calls it. @return whether there was one */
  boolean ask() {
    NextLead next = world.warmline().claims().claimNextLead(id);
    if (next.isEmpty()) {
      world.floor().lookAfter(next.retryAfter());
      return false;
    }
    idle = false;
    take(next.orElseThrow());
    return true;
  }

  private void breathe() {
    world
        .agenda()
        .in(
            BREATH,
            () -> {
              idle = true;
              if (hears()) {
                ask();
              }
            });
  }

  private void take(ClaimedLead claim) {
    Instant now = world.now();
    Prospect prospect = prospects.get(claim.lead().getId());
    Guard.mayBeCalled(prospect, claim.claim(), now);
    prospect.line().take(now, claim.expiresAt().toInstant());
    if (world.chance().is(0.01)) {
      claim.release(ReleaseReason.NOT_DIALLED);
      prospect.line().giveBack(now);
      breathe();
    } else if (world.chance().is(0.003)) {
      breathe();
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
    Books.Made made = new Books.Made(prospect, claim.claim(), call, dialledAt, world.now());
    world.ledger().enter(made, answer);
    Guard.meetingStands(prospect, answer);
    aftermath.of(made, this);
    breathe();
  }
}
