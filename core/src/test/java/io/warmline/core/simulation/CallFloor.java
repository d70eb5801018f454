package io.warmline.core.simulation;

import io.warmline.core.Desk;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.ReleaseReason;
import io.warmline.core.simulation.SimulatedAgent.Fate;
import io.warmline.core.simulation.SimulatedAgent.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents do: claim, call, log in time or late, give back, or simply vanish. */
final class CallFloor {

  private static final Map<Fate, Integer> FATES =
      new EnumMap<>(
          Map.of(Fate.LOG, 88, Fate.RELEASE, 3, Fate.EXTEND, 3, Fate.LOG_LATE, 3, Fate.FORGET, 3));

  private static final Map<Disposition, Integer> PROMISED =
      new EnumMap<>(
          Map.of(
              Disposition.SALE, 50,
              Disposition.NOT_INTERESTED, 15,
              Disposition.NOT_NOW_NURTURE, 8,
              Disposition.CALLBACK_REQUESTED, 6,
              Disposition.NO_ANSWER, 6,
              Disposition.BUSY, 5,
              Disposition.VOICEMAIL_NO_MESSAGE, 3,
              Disposition.DO_NOT_CALL, 3,
              Disposition.DISCONNECTED, 2,
              Disposition.HUNG_UP, 2));

  private static final Map<Disposition, Integer> COLD =
      new EnumMap<>(
          Map.of(
              Disposition.CALLBACK_REQUESTED, 55,
              Disposition.NO_ANSWER, 20,
              Disposition.NOT_INTERESTED, 15,
              Disposition.DO_NOT_CALL, 5,
              Disposition.DISCONNECTED, 5));

  private static final int BATCH = 5;

  /** Nobody asks again sooner than this. */
  private static final Duration BREAK = Duration.ofMinutes(10);

  /** Agents ask again after the time they were told, but at the latest after this one. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Product product;
  private final Prospects prospects;
  private final Offers offers;
  private final CallBook book;
  private final Chance chance;

  CallFloor(Product product, World world, Prospects prospects) {
    this.product = product;
    this.prospects = prospects;
    this.offers = new Offers(world.leads(), world.ledger());
    this.book = new CallBook(world.ledger());
    this.chance = world.chance();
  }

  /** One agent's minute. */
  void minuteOf(SimulatedAgent agent, Instant now) {
    List<Plan> plans = agent.takeUp(now);
    plans.forEach(plan -> carryOut(agent, plan, now));
    if (agent.asksAt(now)) {
      ask(agent, now);
    }
  }

  private void ask(SimulatedAgent agent, Instant now) {
    var outcome = product.claimNextLead.claim(agent.id(), agent.campaigns(), BATCH);
    if (outcome instanceof ClaimNextLead.Outcome.NothingCallable nothing) {
      offers.nothing(agent, nothing.retryAfter(), now);
      Duration wait = nothing.retryAfter();
      Duration atMost = wait.compareTo(PATIENCE) < 0 ? wait : PATIENCE;
      agent.asksNext(now.plus(atMost.compareTo(BREAK) > 0 ? atMost : BREAK));
    } else if (outcome instanceof ClaimNextLead.Outcome.Claimed claimed) {
      offers.claimed(agent, BATCH, claimed.claims(), now);
      plan(agent, claimed.claims(), now);
      agent.asksNext(now.plus(Duration.ofMinutes(chance.between(8, 40))));
    }
  }

  private void plan(SimulatedAgent agent, List<Claim> claims, Instant now) {
    int minutes = 1;
    for (Claim claim : claims) {
      Fate fate = chance.weighted(FATES);
      int later = fate == Fate.LOG_LATE ? chance.between(16, 400) : minutes++;
      agent.plan(new Plan(claim, fate, now.plus(Duration.ofMinutes(later))));
    }
  }

  private void carryOut(SimulatedAgent agent, Plan plan, Instant now) {
    Claim claim = plan.claim();
    boolean live = offers.prospect(claim).line().isHeldAt(now, claim);
    switch (plan.fate()) {
      case LOG -> log(agent, claim, plan.at(), now);
      case LOG_LATE -> log(agent, claim, claim.claimedAt().plus(Duration.ofMinutes(1)), now);
      case RELEASE -> {
        if (live) {
          product.changeClaim.release(claim.id(), agent.id(), ReleaseReason.SKIPPED, null);
          offers.prospect(claim).line().free(claim);
        }
      }
      case EXTEND -> {
        if (live) {
          extend(agent, claim, now);
        }
      }
      case FORGET -> throw new IllegalStateException("what is forgotten is not planned");
    }
  }

  /** Work that a power cut undoes: nobody hears of it. */
  void inVain(SimulatedAgent agent, Instant now) {
    product.abandon(
        () -> {
          var outcome = product.claimNextLead.claim(agent.id(), agent.campaigns(), BATCH);
          if (outcome instanceof ClaimNextLead.Outcome.Claimed claimed) {
            claimed.claims().forEach(c -> product.logCall.log(report(agent, c, now, now)));
          }
        });
  }

  private void extend(SimulatedAgent agent, Claim claim, Instant now) {
    Duration more = Duration.ofMinutes(10);
    Claim extended = product.changeClaim.extend(claim.id(), agent.id(), Optional.of(more));
    offers.prospect(claim).line().claimed(extended, now.plus(more));
    int minutes = chance.between(5, 9);
    agent.plan(new Plan(extended, Fate.LOG, now.plus(Duration.ofMinutes(minutes))));
  }

  private void log(SimulatedAgent agent, Claim claim, Instant startedAt, Instant now) {
    ReportedCall report = report(agent, claim, startedAt, now);
    LoggedCall logged = product.logCall.log(report);
    book.logged(claim, offers.prospect(claim), logged, now);
  }

  /** What an agent reports of a call; also of one whose record is lost. */
  private ReportedCall report(SimulatedAgent agent, Claim claim, Instant startedAt, Instant now) {
    Disposition disposition = chance.weighted(claim.callback().isPresent() ? PROMISED : COLD);
    CallDetails details =
        switch (disposition) {
          case CALLBACK_REQUESTED ->
              Desk.callback(prospects.wishOf(offers.prospect(claim), agent, now));
          case NOT_NOW_NURTURE -> Desk.revisit(revisit(now));
          default -> CallDetails.NONE;
        };
    return new ReportedCall(
        Optional.of(claim.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        disposition,
        Optional.of(startedAt),
        null,
        null,
        details);
  }

  private LocalDate revisit(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(chance.between(3, 20));
  }
}
