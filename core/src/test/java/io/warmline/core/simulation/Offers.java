package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Judges what agents are offered: nobody outside their law, and due promises before all else. */
final class Offers {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<LeadId, Prospect> prospects;
  private final PromiseLedger ledger;

  Offers(Map<LeadId, Prospect> prospects, PromiseLedger ledger) {
    this.prospects = prospects;
    this.ledger = ledger;
  }

  Prospect prospect(Claim claim) {
    Prospect prospect = prospects.get(claim.lead());
    assertThat(prospect).as("a lead of ours").isNotNull();
    return prospect;
  }

  /** The agent asked for so many and got these. */
  void claimed(SimulatedAgent agent, int limit, List<Claim> claims, Instant now) {
    List<Promise> ready = ledger.readyFor(agent, now);
    for (Claim claim : claims) {
      Prospect prospect = prospect(claim);
      lawful(claim, prospect, now);
      promised(agent, claim, prospect, now);
      prospect.line().claimed(claim, claim.expiresAt());
    }
    List<Promise> passedOver = ready.stream().filter(p -> p.isReadyAt(now)).toList();
    if (claims.size() < limit || claims.stream().anyMatch(c -> c.callback().isEmpty())) {
      assertThat(passedOver).as("at %s, due promises passed over for %s", now, claims).isEmpty();
    }
    Instant last = claims.get(claims.size() - 1).place().dueAt();
    assertThat(passedOver)
        .as("at %s, promises due before those that were offered", now)
        .noneMatch(promise -> promise.due().isBefore(last));
  }

  /** The agent got nothing, and was told when to ask again. */
  void nothing(SimulatedAgent agent, Duration retryAfter, Instant now) {
    assertThat(ledger.readyFor(agent, now)).as("at %s, due promises not offered", now).isEmpty();
    assertThat(ledger.fallingDue(now, now.plus(retryAfter)))
        .as("promises that %s would miss who asks again %s after %s", agent.id(), retryAfter, now)
        .noneMatch(promise -> agent.mayTake(promise) && promise.isReadyAt(promise.due()));
  }

  private static void lawful(Claim claim, Prospect prospect, Instant now) {
    Line line = prospect.line();
    assertThat(claim.phone().orElseThrow().e164()).isEqualTo(line.number());
    assertThat(line.isHeldAt(now)).as("a live claim on the number of %s", claim).isFalse();
    assertThat(line.isLost()).as("no call to the number of %s", claim).isFalse();
    assertThat(line.restsUntil()).as("the daily cap of %s", claim).isBeforeOrEqualTo(now);
    assertThat(prospect.mayBeCalledAt(now))
        .as("%s in %s may be called at %s", claim, prospect.place(), now)
        .isTrue();
    assertThat(prospect.mayBeCalledAt(claim.callUntil().minus(MINUTE)))
        .as("%s in %s may be called until %s", claim, prospect.place(), claim.callUntil())
        .isTrue();
    assertThat(prospect.mayBeCalledAt(claim.callUntil()))
        .as("%s in %s may be called at %s", claim, prospect.place(), claim.callUntil())
        .isFalse();
  }

  private static void promised(SimulatedAgent agent, Claim claim, Prospect prospect, Instant now) {
    Promise promise = prospect.promise();
    if (promise == null) {
      assertThat(claim.callback()).as("a promise that nobody made, at %s", now).isEmpty();
      return;
    }
    assertThat(claim.callback()).as("%s, claimed at %s", promise, now).contains(promise.id());
    assertThat(claim.place().tier()).isEqualTo(Tier.CALLBACK);
    assertThat(claim.place().dueAt()).as("%s", promise).isEqualTo(promise.due());
    assertThat(promise.due()).as("%s", promise).isBeforeOrEqualTo(now);
    assertThat(claim.place().overdue()).as("%s late", promise).isEqualTo(promise.isOverdue());
    assertThat(agent.mayTake(promise))
        .as("%s of %s is offered to %s at %s", promise, promise.owner(), agent.id(), now)
        .isTrue();
    promise.fallDue(now);
  }
}
