package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.Desk;
import io.warmline.core.call.OutcomePolicy.Standing;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.lead.LeadStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomePolicyTest {

  private static final Instant STARTED = Instant.parse("2026-11-18T18:00:00Z");
  private static final RetryDelays DELAYS = new RetryDelays(1, 2, 3, 4, 5, 6, 7, 8);
  private static final OutcomePolicy POLICY =
      new OutcomePolicy(
          DELAYS, 7, ZoneId.of("America/New_York"), List.of(), Deliverable.APPOINTMENT);

  @ParameterizedTest(name = "{0}: {1} minutes")
  @CsvSource({
    "BUSY, 1", "TECHNICAL_FAILURE, 2", "VOICEMAIL_NO_MESSAGE, 3", "VOICEMAIL_LEFT, 4",
    "ABANDONED_BY_US, 5", "HUNG_UP, 6", "LEFT_LIVE_MESSAGE, 7", "NOT_INTERESTED, 8"
  })
  void theDelayIsTheCampaigns(Disposition disposition, int minutes) {
    Outcome outcome =
        POLICY.after(
            disposition, CallDetails.NONE, STARTED, new Standing(LeadStatus.CONTACTED, 1, 1));

    assertThat(outcome)
        .isEqualTo(new Outcome.TryAgain(LeadStatus.CONTACTED, STARTED.plusSeconds(60L * minutes)));
  }

  @ParameterizedTest(name = "{0} at {1} is tried again at {2}")
  @CsvSource({
    "NO_ANSWER,  2026-11-18T16:59:59Z, 2026-11-19T17:00:00Z",
    "NO_ANSWER,  2026-11-18T17:00:00Z, 2026-11-19T22:00:00Z",
    "GATEKEEPER, 2026-11-18T22:00:00Z, 2026-11-19T14:00:00Z"
  })
  void nobodyThereIsTriedTheNextDayInAnotherPart(
      Disposition disposition, Instant started, Instant again) {
    Outcome outcome =
        POLICY.after(
            disposition, CallDetails.NONE, started, new Standing(LeadStatus.CONTACTED, 1, 0));

    assertThat(outcome).isEqualTo(new Outcome.TryAgain(LeadStatus.CONTACTED, again));
  }

  @ParameterizedTest(name = "{0} of a {1} lead: {2}")
  @CsvSource({
    "NO_ANSWER,         COLD,             ATTEMPTING",
    "NO_ANSWER,         ATTEMPTING,       ATTEMPTING",
    "NO_ANSWER,         CONTACTED,        CONTACTED",
    "NO_ANSWER,         NURTURE,          CONTACTED",
    "NO_ANSWER,         CALLBACK_PENDING, CONTACTED",
    "NO_ANSWER,         EXHAUSTED,        CONTACTED",
    "TECHNICAL_FAILURE, COLD,             COLD",
    "TECHNICAL_FAILURE, ATTEMPTING,       ATTEMPTING",
    "GATEKEEPER,        COLD,             CONTACTED",
    "NOT_INTERESTED,    NURTURE,          CONTACTED"
  })
  void theStatusTellsWhetherSomebodyWasEverReached(
      Disposition disposition, LeadStatus before, LeadStatus after) {
    Outcome outcome =
        POLICY.after(disposition, CallDetails.NONE, STARTED, new Standing(before, 1, 0));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class, again -> assertThat(again.status()).isEqualTo(after));
  }

  @ParameterizedTest(name = "{0} attempts: exhausted {1}")
  @CsvSource({"6, false", "7, true", "8, true"})
  void theCampaignsCapExhaustsALead(int attempts, boolean exhausted) {
    Outcome outcome =
        POLICY.after(
            Disposition.NO_ANSWER,
            CallDetails.NONE,
            STARTED,
            new Standing(LeadStatus.ATTEMPTING, attempts, 0));

    assertThat(outcome.equals(new Outcome.Close(LeadStatus.EXHAUSTED))).isEqualTo(exhausted);
  }

  @ParameterizedTest(name = "{0} hang-ups: exhausted {1}")
  @CsvSource({"1, false", "2, false", "3, true"})
  void aLeadThatHangsUpIsCalledTwiceMore(int hangUps, boolean exhausted) {
    Outcome outcome =
        POLICY.after(
            Disposition.HUNG_UP,
            CallDetails.NONE,
            STARTED,
            new Standing(LeadStatus.CONTACTED, hangUps, hangUps));

    assertThat(outcome.equals(new Outcome.Close(LeadStatus.EXHAUSTED))).isEqualTo(exhausted);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAX_OR_MODEM", "DISCONNECTED", "INVALID_NUMBER"})
  void aDeadNumberIsDeadForEveryone(Disposition disposition) {
    assertThat(
            POLICY.after(
                disposition, CallDetails.NONE, STARTED, new Standing(LeadStatus.COLD, 1, 0)))
        .isEqualTo(new Outcome.DropNumber(true));
  }

  @Test
  void aRevisitBeginsWithTheDayAtTheProspectsPlace() {
    Outcome outcome =
        POLICY.after(
            Disposition.NOT_NOW_NURTURE,
            Desk.revisit(LocalDate.of(2027, 7, 1)),
            STARTED,
            new Standing(LeadStatus.CONTACTED, 1, 0));

    assertThat(outcome)
        .isEqualTo(new Outcome.Nurture(Instant.parse("2027-07-01T04:00:00Z"), false));
  }

  @ParameterizedTest
  @EnumSource(Disposition.class)
  void everyDispositionHasAnOutcome(Disposition disposition) {
    CallDetails everything =
        new CallDetails(
            java.util.Optional.empty(),
            java.util.Optional.of(LocalDate.of(2027, 7, 1)),
            java.util.Optional.of("why"),
            java.util.Optional.of("es"),
            java.util.Optional.empty(),
            java.util.Optional.empty());

    assertThat(POLICY.after(disposition, everything, STARTED, new Standing(LeadStatus.COLD, 1, 0)))
        .isNotNull();
  }

  @ParameterizedTest(name = "QUALIFIED where the campaign delivers {0}")
  @EnumSource(Deliverable.class)
  void aQualifiedLeadGoesToTheClientOnlyWhereWarmLeadsAreDelivered(Deliverable deliverable) {
    Outcome outcome =
        delivering(deliverable)
            .after(
                Disposition.QUALIFIED,
                CallDetails.NONE,
                STARTED,
                new Standing(LeadStatus.WARM, 1, 0));

    assertThat(outcome)
        .isEqualTo(
            deliverable == Deliverable.WARM_LEAD
                ? new Outcome.HandOver()
                : new Outcome.Warm(LeadStatus.QUALIFIED, STARTED.plusSeconds(86_400)));
  }

  @ParameterizedTest(name = "a {0} lead that is interested is {1}")
  @CsvSource({
    "COLD,             WARM",
    "CONTACTED,        WARM",
    "CALLBACK_PENDING, WARM",
    "NURTURE,          WARM",
    "LAPSED,           WARM",
    "EXHAUSTED,        WARM",
    "QUALIFIED,        QUALIFIED",
    "HANDED_OFF,       HANDED_OFF",
    "APPOINTMENT_SET,  APPOINTMENT_SET",
    "CUSTOMER,         CUSTOMER"
  })
  void interestMakesALeadWarmUnlessItHasComeFurther(LeadStatus before, LeadStatus after) {
    Outcome outcome =
        POLICY.after(
            Disposition.WARM_INTERESTED, CallDetails.NONE, STARTED, new Standing(before, 7, 0));

    assertThat(outcome).isEqualTo(new Outcome.Warm(after, STARTED.plusSeconds(86_400)));
  }

  private static OutcomePolicy delivering(Deliverable deliverable) {
    return new OutcomePolicy(DELAYS, 7, ZoneId.of("America/New_York"), List.of(), deliverable);
  }
}
