package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.duplicate.Merger;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was three leads is one person, in whatever order they were found to be one. */
@QuarkusTest
class MergedPeopleReportTest extends Reporting {

  @Inject ActivityReport activity;
  @Inject BestHoursReport bestHours;
  @Inject MergeLeads mergeLeads;

  private final PhoneNumber number = Fixture.number();
  private LeadId one;
  private LeadId two;
  private LeadId three;

  /** Two dials reached nobody, one somebody; all of them within the same hour. */
  @BeforeEach
  void threeLeadsThatWereDialled() {
    one = given.newLead(campaign).numbers(number).externalId("1").create();
    two = given.newLead(campaign).numbers(number).externalId("2").create();
    three = given.newLead(campaign).numbers(number).externalId("3").create();
    desk.log(one, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofMinutes(1));
    desk.log(two, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofMinutes(1));
    desk.log(three, agent, Disposition.GATEKEEPER);
  }

  @Test
  void leadsThatNobodyMergedAreAsManyPeople() {
    expect(activity.of(scope(Grouping.NONE)), new Rate(1, 3));
    expect(bestHours.of(scope(Grouping.NONE)), new Rate(1, 3));
    assertThat(dialsToFirstContact()).isEqualTo(1);
  }

  @Test
  void whoWasMergedOverTwoStepsIsOnePerson() {
    mergeLeads.merge(two, three);
    mergeLeads.merge(one, two);

    expect(activity.of(scope(Grouping.NONE)), new Rate(1, 1));
    expect(bestHours.of(scope(Grouping.NONE)), new Rate(1, 1));
    assertThat(dialsToFirstContact()).isEqualTo(3);
  }

  @Test
  void whoWasMergedTwiceIntoTheSameLeadIsOnePerson() {
    mergeLeads.merge(one, two);
    mergeLeads.merge(one, three);

    expect(activity.of(scope(Grouping.NONE)), new Rate(1, 1));
    assertThat(dialsToFirstContact()).isEqualTo(3);
  }

  @Test
  void aMergerThatWasUndoneIsNone() {
    mergeLeads.merge(two, three);
    Merger merger = mergeLeads.merge(one, two);
    mergeLeads.undo(merger.id());

    expect(activity.of(scope(Grouping.NONE)), new Rate(1, 2));
    assertThat(dialsToFirstContact()).isEqualTo(2);
  }

  /** The lead that stays was talked with before the period, so that there is no first contact. */
  @Test
  void whomWeKnewUnderAnotherLeadIsNoNewContact() {
    clock.advance(Duration.ofDays(40));
    desk.log(two, agent, Disposition.GATEKEEPER);
    mergeLeads.merge(two, three);

    Row row =
        only(
            activity.of(
                scope(
                    clock.instant().atZone(NEW_YORK).toLocalDate(),
                    clock.instant().atZone(NEW_YORK).toLocalDate(),
                    Grouping.NONE)));

    assertThat(rate(row, "contactRate")).isEqualTo(new Rate(1, 1));
    assertThat(row.figures())
        .filteredOn(figure -> figure.name().equals("medianAttemptsToFirstContact"))
        .allSatisfy(figure -> assertThat(figure.value()).isEmpty());
  }

  private double dialsToFirstContact() {
    return figure(only(activity.of(scope(Grouping.NONE))), "medianAttemptsToFirstContact")
        .value()
        .orElseThrow();
  }

  private static void expect(Report report, Rate contactRate) {
    assertThat(rate(only(report), "contactRate")).isEqualTo(contactRate);
  }
}
