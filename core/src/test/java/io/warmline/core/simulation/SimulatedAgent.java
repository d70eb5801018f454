package io.warmline.core.simulation;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.Claim;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who comes to work, calls, goes home, and one day is gone. */
final class SimulatedAgent {

  private static final int SHIFT_HOURS = 8;

  /** What an agent will do with a claim, and when. */
  record Plan(Claim claim, Fate fate, Instant at) {}

  /** What becomes of claims. */
  enum Fate {
    LOG,
    RELEASE,
    EXTEND,
    /** The lease runs out, and the call is logged hours later. */
    LOG_LATE,
    /** Never heard of again. */
    FORGET
  }

  private final AgentId id;
  private final int startsAt;
  private final boolean weekends;
  private final @Nullable Set<CampaignId> campaigns;
  private final List<Plan> plans = new ArrayList<>();
  private Instant asksAt = Instant.EPOCH;
  private boolean employed = true;

  /**
   * @param startsAt the hour at which the shift begins, in UTC
   * @param campaigns null: all
   */
  SimulatedAgent(AgentId id, int startsAt, boolean weekends, @Nullable Set<CampaignId> campaigns) {
    this.id = id;
    this.startsAt = startsAt;
    this.weekends = weekends;
    this.campaigns = campaigns;
  }

  AgentId id() {
    return id;
  }

  @Nullable Set<CampaignId> campaigns() {
    return campaigns;
  }

  /** Another with the same hours and campaigns. */
  SimulatedAgent replacedBy(AgentId other) {
    return new SimulatedAgent(other, startsAt, weekends, campaigns);
  }

  boolean isEmployed() {
    return employed;
  }

  /** Gone; some calls may still be logged. */
  void leave() {
    employed = false;
    plans.removeIf(plan -> plan.fate() != Fate.LOG && plan.fate() != Fate.LOG_LATE);
  }

  /** Whether the agent may be offered it: it is of their campaigns, and theirs or the team's. */
  boolean mayTake(Promise promise) {
    return (campaigns == null || campaigns.contains(promise.prospect().drive().id()))
        && (promise.owner() == null || id.equals(promise.owner()));
  }

  /** At the desk, with nothing in hand, and past the time that was given for asking again. */
  boolean asksAt(Instant now) {
    return employed
        && !now.isBefore(asksAt)
        && isAtWork(now)
        && plans.stream().allMatch(plan -> plan.fate() == Fate.LOG_LATE);
  }

  private boolean isAtWork(Instant now) {
    ZonedDateTime clock = now.atZone(ZoneOffset.UTC).minusHours(startsAt);
    boolean weekend = clock.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return clock.getHour() < SHIFT_HOURS && (weekends || !weekend);
  }

  void asksNext(Instant at) {
    asksAt = at;
  }

  void plan(Plan plan) {
    if (plan.fate() != Fate.FORGET) {
      plans.add(plan);
    }
  }

  /** What is to be done by now, and is not planned any more. */
  List<Plan> takeUp(Instant now) {
    if (plans.isEmpty()) {
      return List.of();
    }
    List<Plan> next = plans.stream().filter(plan -> !plan.at().isAfter(now)).toList();
    plans.removeAll(next);
    return next;
  }
}
