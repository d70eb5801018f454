package io.warmline.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.lead.Qualification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignDemandsTest {

  @ParameterizedTest(name = "good prospect {0}, fits {1}, understands {2}: {3}")
  @CsvSource({
    "false, true,  true,  it is a good prospect",
    "true,  false, true,  it fits",
    "true,  true,  false, it understands what is offered",
    "false, false, true,  'it is a good prospect, that it fits'"
  })
  void aHandOffIsRefusedUntilThePreQualificationIsRecorded(
      boolean good, boolean fits, boolean understands, String missing) {
    Qualification partly = new Qualification(good, fits, understands, List.of(), null);

    assertThatThrownBy(
            () ->
                demands(Deliverable.WARM_LEAD)
                    .on(Disposition.QUALIFIED, finding(new CallAnswers(partly, null))))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.PREQUALIFICATION_MISSING))
        .hasMessageEndingWith("Not recorded is that " + missing + ".");
  }

  @ParameterizedTest
  @EnumSource(Deliverable.class)
  void noLeadIsQualifiedWithoutAWordAboutIt(Deliverable deliverable) {
    assertThatThrownBy(() -> demands(deliverable).on(Disposition.QUALIFIED, CallDetails.NONE))
        .isInstanceOf(WarmlineException.class)
        .hasMessageContaining("it understands what is offered");
  }

  @Test
  void whatAnEarlierCallRecordedCounts() {
    CallAnswers answers =
        new CampaignDemands(Deliverable.WARM_LEAD, Desk.QUALIFIED)
            .on(Disposition.QUALIFIED, CallDetails.NONE);

    assertThat(answers.qualification()).isEqualTo(Desk.QUALIFIED);
  }

  @Test
  void whatThisCallRecordedCountsMore() {
    CallDetails doubts = finding(new CallAnswers(Qualification.NONE, null));

    assertThatThrownBy(
            () ->
                new CampaignDemands(Deliverable.WARM_LEAD, Desk.QUALIFIED)
                    .on(Disposition.QUALIFIED, doubts))
        .isInstanceOf(WarmlineException.class);
  }

  @Test
  void interestedButNotReadyGoesToTheClientWithAReason() {
    CallDetails silent = Desk.revisit(LocalDate.of(2027, 1, 15));

    assertThatThrownBy(() -> demands(Deliverable.WARM_LEAD).on(Disposition.NOT_NOW_NURTURE, silent))
        .isInstanceOf(InvalidValue.class);
    assertThat(demands(Deliverable.APPOINTMENT).on(Disposition.NOT_NOW_NURTURE, silent))
        .isEqualTo(CallAnswers.NONE);
  }

  @ParameterizedTest
  @EnumSource(CheckIn.class)
  void aCheckInIsRecordedOnlyWhereCheckInsAreDelivered(CheckIn said) {
    CallDetails details = finding(new CallAnswers(null, said));

    assertThat(demands(Deliverable.CHECK_IN).on(Disposition.ALREADY_CUSTOMER, details).checkIn())
        .isEqualTo(said);
    assertThatThrownBy(
            () -> demands(Deliverable.WARM_LEAD).on(Disposition.ALREADY_CUSTOMER, details))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "ALREADY_CUSTOMER,   SATISFIED,      SATISFIED",
    "ALREADY_CUSTOMER,   COMPLAINT,      COMPLAINT",
    "CALLBACK_REQUESTED, COMPLAINT,      COMPLAINT",
    "CALLBACK_REQUESTED, ,               ",
    "NO_ANSWER,          ,               ",
    "SALE,               ,               REORDER",
    "SALE,               REORDER,        REORDER",
    "NOT_INTERESTED,     ,               NOT_INTERESTED",
    "NOT_INTERESTED,     COMPLAINT,      COMPLAINT"
  })
  void whatTheCustomerSaidIsKeptAndAnOutcomeThatTellsItNeedsNoWords(
      Disposition disposition, CheckIn said, CheckIn kept) {
    CallDetails details = finding(new CallAnswers(null, said));

    assertThat(demands(Deliverable.CHECK_IN).on(disposition, details).checkIn()).isEqualTo(kept);
  }

  @ParameterizedTest(name = "{0} with {1} is refused: {2}")
  @CsvSource({
    "ALREADY_CUSTOMER,  ,               REQUIRED",
    "NO_ANSWER,         SATISFIED,      CUSTOMER_NOT_REACHED",
    "GATEKEEPER,        SATISFIED,      CUSTOMER_NOT_REACHED",
    "WRONG_NUMBER,      NOT_INTERESTED, CUSTOMER_NOT_REACHED",
    "SALE,              SATISFIED,      CONTRADICTS_DISPOSITION",
    "NOT_INTERESTED,    REORDER,        CONTRADICTS_DISPOSITION"
  })
  void aCheckInThatTheCallCannotHaveBroughtIsRefused(
      Disposition disposition, CheckIn said, String code) {
    CallDetails details = finding(new CallAnswers(null, said));

    assertThatThrownBy(() -> demands(Deliverable.CHECK_IN).on(disposition, details))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo("/checkIn");
              assertThat(e.violations().get(0).code()).isEqualTo(code);
            });
  }

  private static CampaignDemands demands(Deliverable deliverable) {
    return new CampaignDemands(deliverable, null);
  }

  private static CallDetails finding(CallAnswers answers) {
    return CallDetails.NONE.answering(answers);
  }
}
