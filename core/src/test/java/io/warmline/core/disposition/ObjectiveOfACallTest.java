package io.warmline.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.task.TaskKind;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** "Objective of a call" of the campaign policies. */
class ObjectiveOfACallTest {

  @ParameterizedTest
  @CsvSource({"APPOINTMENT, SECURE_MEETING", "WARM_LEAD,   QUALIFY", "CHECK_IN,    WARM_CHECK_IN"})
  void aFirstCallIsForWhatTheCampaignDelivers(Deliverable deliverable, Objective objective) {
    assertThat(deliverable.objective()).isEqualTo(objective);
  }

  @ParameterizedTest
  @CsvSource({
    "QUALITY_CONFIRMATION, CONFIRM_QUALITY",
    "HOT_SIGNAL,           FOLLOW_UP",
    "VISIT,                FOLLOW_UP",
    "INBOUND,              EXPLAIN",
    "FIT_CHECK,            QUALIFY",
    "REHEAT,               EXPLAIN",
    "CONTRACT_END,         EXPLAIN",
    "CUSTOMER_CHECK_IN,    WARM_CHECK_IN",
    "WIN_BACK,             WIN_BACK",
    "RETURNED_HANDOFF,     EXPLAIN"
  })
  void aCallForATaskHasTheObjectiveOfTheTaskElseThatOfTheCampaign(
      TaskKind task, Objective objective) {
    CallingTerms terms =
        new CallingTerms(
            "US",
            ZoneId.of("America/New_York"),
            CallingHours.DEFAULT,
            CampaignPolicy.DEFAULT,
            new RetryDelays(1, 2, 3, 4, 5, 6, 7, 8),
            Deliverable.APPOINTMENT,
            Objective.EXPLAIN);

    assertThat(terms.objectiveOf(task)).isEqualTo(objective);
  }

  @ParameterizedTest(name = "{0}, ask made {1}, {2}: {3}")
  @CsvSource({
    "SECURE_MEETING,  ,      APPOINTMENT_SET,       true",
    "SECURE_MEETING,  ,      NOT_INTERESTED,        false",
    "QUALIFY,         ,      QUALIFIED,             true",
    "QUALIFY,         ,      WARM_INTERESTED,       false",
    "CONFIRM_QUALITY, ,      APPOINTMENT_CONFIRMED, true",
    "CONFIRM_QUALITY, ,      APPOINTMENT_CANCELLED, false",
    "CLOSE,           ,      SALE,                  true",
    "CLOSE,           ,      NOT_INTERESTED,        false",
    "KEEP_CALLBACK,   true,  NOT_INTERESTED,        true",
    "KEEP_CALLBACK,   false, NOT_INTERESTED,        false",
    "KEEP_CALLBACK,   ,      APPOINTMENT_SET,       ",
    "BUILD_RAPPORT,   ,      NOT_INTERESTED,        ",
    "SECURE_MEETING,  ,      GATEKEEPER,            "
  })
  void theOutcomeTellsWhetherItWasAttainedAsFarAsItCan(
      Objective objective, Boolean askMade, Disposition disposition, Boolean attained) {
    Conduct conduct = new Conduct(askMade, null, objective, null, null, null);

    assertThat(conduct.attainedBy(disposition)).isEqualTo(attained);
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void whatTheCallerSaysDecides(Objective objective) {
    Conduct attained = new Conduct(null, null, objective, true, null, null);
    Conduct missed = new Conduct(true, null, objective, false, null, null);

    assertThat(attained.attainedBy(Disposition.NOT_INTERESTED)).isTrue();
    assertThat(missed.attainedBy(Disposition.APPOINTMENT_SET)).isFalse();
  }
}
