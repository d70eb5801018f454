package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.sdk.ConflictException;
import io.warmline.sdk.RequestOption;
import io.warmline.sdk.WarmlineException;
import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.ConfirmAppointment;
import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What must never happen, looked at whenever it could. */
final class Guard {

  private Guard() {}

  /** Looks at a lead that an agent is given to call. */
  static void mayBeCalled(Prospect prospect, Claim claim, Instant now) {
    assertThat(prospect.line().isRefusedTo(prospect.drive()))
        .as("%s is offered at %s, who wants no calls", prospect.line().number(), now)
        .isFalse();
    assertThat(Hours.OF_CALLS.areOpen(now, prospect.zone()))
        .as("%s in %s may not be called at %s", prospect.lead(), prospect.zone(), now)
        .isTrue();
    assertThat(claim.getPhone()).isEqualTo(prospect.line().number());
    if (claim.getTask() != null) {
      taskIsDue(prospect, claim, claim.getTask().getKind(), now);
    } else if (claim.getCallback() == null) {
      nothingIsAgreed(prospect, claim, now);
    }
  }

  /** Whoever has agreed on something is called for that, or for nothing. */
  private static void nothingIsAgreed(Prospect prospect, Claim claim, Instant now) {
    assertThat(prospect.hasOpenMeeting()).as("%s is called, who has a meeting", claim).isFalse();
    assertThat(prospect.callback()).as("%s is called without the callback", claim).isNull();
    assertThat(prospect.isWithClient(now)).as("%s is called, who is the client's", claim).isFalse();
  }

  private static void taskIsDue(Prospect prospect, Claim claim, TaskKind kind, Instant now) {
    if (kind == TaskKind.QUALITY_CONFIRMATION) {
      mayBeConfirmed(prospect, claim, now);
    } else if (Trade.isOfProgramme(kind)) {
      assertThat(prospect.hasOpenMeeting() || prospect.callback() != null)
          .as("a programme (%s) has %s called, who has a meeting or a callback", kind, claim)
          .isFalse();
      assertThat(prospect.isWithClient(now))
          .as("a programme (%s) has %s called, who is with the client", kind, claim)
          .isFalse();
    }
  }

  /** No confirmation on a forbidden day, by the prospect's dates. */
  private static void mayBeConfirmed(Prospect prospect, Claim claim, Instant now) {
    assertThat(prospect.hasOpenMeeting()).as("%s has a meeting to confirm", claim).isTrue();
    LocalDate today = now.atZone(prospect.zone()).toLocalDate();
    LocalDate before =
        prospect.meeting().startsAt().atZone(prospect.zone()).toLocalDate().minusDays(1);
    if (prospect.drive().confirmation() == Confirmation.DAY_BEFORE) {
      assertThat(today).as("the day before the meeting of %s", claim).isEqualTo(before);
    } else {
      assertThat(today).as("no confirmation from the day before on: %s", claim).isBefore(before);
    }
  }

  /** As long as a meeting is open, its lead waits for it, or is lost to us for good. */
  static void meetingStands(Prospect prospect, LoggedCall answer) {
    if (prospect.hasOpenMeeting()) {
      assertThat(answer.getLeadStatus())
          .as("the lead of an open meeting after %s", answer.getCall().getDisposition())
          .isIn(LeadStatus.APPOINTMENT_SET, LeadStatus.DISQUALIFIED, LeadStatus.DO_NOT_CALL);
    }
  }

  static void brokeNoRule(LoggedCall answer) {
    assertThat(answer.getCall().getBreaches()).as("rules that %s broke", answer).isEmpty();
    assertThat(answer.getCall().getLate()).as("%s was logged in time", answer).isFalse();
  }

  /** A lead is handed over when its pre-qualification is known, and not before. */
  static void isRefusedUnqualified(World world, Claim claim, NewCall qualified, Prospect prospect) {
    boolean known = prospect.dials().stream().anyMatch(d -> d.outcome() == Disposition.QUALIFIED);
    if (known || world.chance().is(0.7)) {
      return;
    }
    NewCall hasty =
        new NewCall()
            .claimId(claim.getId())
            .disposition(Disposition.QUALIFIED)
            .startedAt(qualified.getStartedAt());
    String key = "hasty-" + claim.getId();
    assertThatThrownBy(
            () -> world.warmline().calls().logCall(hasty, RequestOption.idempotencyKey(key)))
        .as("a hand-off without pre-qualification")
        .isInstanceOf(ConflictException.class)
        .extracting(refusal -> ((WarmlineException) refusal).code())
        .isEqualTo("PREQUALIFICATION_MISSING");
  }

  /** Some try all the same, on the day before the meeting. */
  static void confirmationIsForbidden(World world, UUID appointment) {
    assertThatThrownBy(
            () ->
                world
                    .warmline()
                    .appointments()
                    .confirmAppointment(appointment, new ConfirmAppointment()))
        .as("a confirmation on a forbidden day")
        .isInstanceOf(ConflictException.class)
        .extracting(refusal -> ((WarmlineException) refusal).code())
        .isEqualTo("CONFIRMATION_FORBIDDEN");
  }
}
