package io.warmline.api.simulation;

import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.SuppressionScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What comes of a call: whether somebody answers, who, and what that person says. */
final class Talk {

  /** How likely somebody answers, by the hour at the prospect's place, from 9 to 17. */
  private static final double[] ANSWERS = {0.35, 0.45, 0.5, 0.25, 0.3, 0.4, 0.45, 0.55, 0.5};

  private static final Map<Disposition, Integer> NOBODY =
      new TreeMap<>(
          Map.of(
              Disposition.NO_ANSWER, 42,
              Disposition.VOICEMAIL_NO_MESSAGE, 20,
              Disposition.VOICEMAIL_LEFT, 27,
              Disposition.BUSY, 9,
              Disposition.TECHNICAL_FAILURE, 2));

  private static final Map<Disposition, Integer> SOMEBODY_ELSE =
      new TreeMap<>(
          Map.of(
              Disposition.GATEKEEPER, 50,
              Disposition.LEFT_LIVE_MESSAGE, 25,
              Disposition.HUNG_UP, 15,
              Disposition.ABANDONED_BY_US, 7,
              Disposition.DECEASED_OR_CLOSED, 3));

  private static final List<String> WORDS =
      List.of(
          "tomorrow morning",
          "tomorrow afternoon",
          "tomorrow at 10am",
          "in two hours",
          "on Friday morning",
          "next Monday at 3pm",
          "next week",
          "in three days",
          "end of the month",
          "call me back some other time");

  private final World world;
  private final Chance chance;
  private final Wishes wishes;

  Talk(World world) {
    this.world = world;
    this.chance = world.chance();
    this.wishes = new Wishes(world);
  }

  /** The call as the agent logs it. */
  NewCall with(Prospect prospect, Claim claim, Instant dialledAt) {
    NewCall call =
        new NewCall()
            .startedAt(World.utc(dialledAt))
            .disposition(outcome(prospect, claim, dialledAt));
    tell(call, prospect, claim);
    if (Trade.isWithDecisionMaker(call.getDisposition())) {
      call.interestStated(chance.is(0.4)).meetingAsked(chance.is(0.5));
      if (claim.getCallback() != null) {
        call.askMade(chance.is(0.8));
      } else if (chance.is(0.3)) {
        call.objectiveAttained(chance.is(0.5));
      }
    }
    return call;
  }

  private Disposition outcome(Prospect prospect, Claim claim, Instant at) {
    boolean confirming = Trade.isConfirmation(claim) && prospect.hasOpenMeeting();
    int hour = at.atZone(prospect.zone()).getHour() - Hours.OF_CALLS.from();
    double answers =
        ANSWERS[hour]
            + (prospect.isWarmedUp(at) || confirming || claim.getCallback() != null ? 0.3 : 0);
    if (!chance.is(answers)) {
      return chance.is(0.02) && isExpendable(prospect)
          ? Disposition.DISCONNECTED
          : chance.weighted(NOBODY);
    }
    if (confirming) {
      return Reactions.toConfirmation(prospect.drive().confirmation(), chance);
    }
    if (chance.is(0.35)) {
      return chance.is(0.03) && isExpendable(prospect)
          ? Disposition.WRONG_NUMBER
          : chance.weighted(SOMEBODY_ELSE);
    }
    return chance.weighted(Reactions.ofDecisionMaker(prospect));
  }

  /** Without the number nobody else is lost. */
  private static boolean isExpendable(Prospect prospect) {
    return !prospect.line().isShared();
  }

  private void tell(NewCall call, Prospect prospect, Claim claim) {
    switch (call.getDisposition()) {
      case CALLBACK_REQUESTED -> call.counterOffered(chance.is(0.7)).callback(wish(claim));
      case NOT_NOW_NURTURE ->
          call.revisitOn(wishes.date(prospect, 20, 120)).reason("Budget comes later.");
      case NOT_QUALIFIED -> call.reason("Too small.");
      case QUALIFIED, WARM_INTERESTED -> call.qualification(wishes.qualification(call));
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED -> call.appointment(wishes.slot(prospect));
      case APPOINTMENT_CANCELLED -> call.reason("Something came up.");
      case ALREADY_CUSTOMER, SALE -> call.checkIn(wishes.checkIn(prospect, call));
      case DO_NOT_CALL ->
          call.suppressionScope(
              chance.is(0.7) ? SuppressionScope.TENANT : SuppressionScope.CAMPAIGN);
      default -> {
        // the outcome says it all
      }
    }
  }

  private CallbackPromise wish(Claim claim) {
    CallbackPromise wish = new CallbackPromise();
    if (chance.is(0.4)) {
      wish.agentId(claim.getAgentId());
    }
    return chance.is(0.5)
        ? wish.words(chance.oneOf(WORDS))
        : wish.dueAt(World.utc(world.now().plus(chance.minutes(30, 10 * 24 * 60))));
  }
}
