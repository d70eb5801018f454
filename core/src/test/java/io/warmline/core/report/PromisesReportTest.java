package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which promises fell due, who owed them, and which call was the one that was promised. */
@QuarkusTest
class PromisesReportTest extends Reporting {

  @Inject CallbacksReport callbacks;
  @Inject PromiseCallback promises;
  @Inject KeepPromises keepPromises;
  @Inject LogCall logCall;
  @Inject AmendCall amendCall;
  @Inject MergeLeads mergeLeads;
  @Inject MoveLead moveLead;

  private LeadId lead;
  private Instant due;

  @BeforeEach
  void aLead() {
    lead = given.lead(campaign);
    due = clock.instant().plus(Duration.ofDays(1));
  }

  @ParameterizedTest(name = "to be called in {0} minutes, called again after {1}: kept {2}")
  @CsvSource({"3, 1440, 0", "5, 1440, 0", "4, 2, 1", "4, 6, 1"})
  void theCallThatMakesAPromiseDoesNotKeepIt(long minutes, long again, long kept) {
    due = clock.instant().plus(Duration.ofMinutes(minutes));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.advance(Duration.ofMinutes(again));
    desk.log(lead, agent, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(kept, 1));
    assertThat(figure(row, "medianDelay").value()).hasValue((double) again - minutes);
  }

  @Test
  void whatMayStillBeKeptHasNotYetBeenBroken() {
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(allDay()));
    clock.set(due.plus(Duration.ofHours(7)));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();

    clock.set(due.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(15)));

    assertThat(rate(only(callbacks.of(scope(Grouping.NONE))), "keptRate"))
        .isEqualTo(new Rate(0, 1));
  }

  @Test
  void whatNobodyDialledIsNoDelay() {
    LeadId called = given.lead(campaign);
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(allDay()));
    desk.log(called, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(allDay()));
    clock.set(due.plus(Duration.ofHours(9)));
    desk.log(called, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(1));

    Report.Figure delay = figure(only(callbacks.of(scope(Grouping.NONE))), "medianDelay");

    assertThat(delay.value()).hasValue(60);
    assertThat(delay.n()).isEqualTo(1);
  }

  @ParameterizedTest(name = "the prospect calls {0} minutes after the promised time: broken {1}")
  @CsvSource({"-3, false", "10, false", "30, false", "31, true"})
  void whoCallsUsWhileThereIsTimeReleasesUs(long minutes, boolean broken) {
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofMinutes(minutes)));
    report(Disposition.NOT_INTERESTED, Direction.INBOUND, Duration.ZERO);
    clock.advance(Duration.ofDays(1));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows())
        .extracting(row -> rate(row, "keptRate"))
        .isEqualTo(broken ? List.of(new Rate(0, 1)) : List.of());
  }

  @Test
  void whomWeTalkedWithBeforeTheTimeWeOweNothingHoweverLongItTook() {
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofMinutes(2)));
    report(Disposition.NOT_INTERESTED, Direction.OUTBOUND, Duration.ofMinutes(10));
    clock.advance(Duration.ofDays(1));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  /** What a dialler reports in the evening is what was reported at once. */
  @Test
  void callsThatAreLoggedInTheEveningKeepPromisesAsThoseLoggedAtOnce() {
    LeadId early = given.lead(campaign);
    Instant morning = clock.instant();
    due = morning.plus(Duration.ofHours(2));
    clock.set(morning.plus(Duration.ofHours(8)));
    report(lead, Disposition.CALLBACK_REQUESTED, Desk.callback(due), morning);
    report(lead, Disposition.NO_ANSWER, CallDetails.NONE, due.minus(Duration.ofMinutes(40)));
    report(lead, Disposition.NOT_INTERESTED, CallDetails.NONE, due.plus(Duration.ofMinutes(1)));
    report(early, Disposition.CALLBACK_REQUESTED, Desk.callback(due), morning);
    report(early, Disposition.NOT_INTERESTED, CallDetails.NONE, due.minus(Duration.ofHours(1)));
    report(early, Disposition.NO_ANSWER, CallDetails.NONE, due.plus(Duration.ofHours(1)));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(1, 1));
    assertThat(figure(row, "medianDelay").value()).hasValue(1);
  }

  @Test
  void aPromiseIsOwedByWhoeverHadItWhenItsTimeCame() {
    AgentId other = given.agent();
    Callback early = promises.promise(lead, Desk.personal(due, agent));
    Callback late = promises.promise(given.lead(campaign), Desk.personal(due, agent));
    promises.promise(given.lead(campaign), Desk.personal(due, agent));
    promises.change(early.id(), Optional.empty(), Desk.personal(due, other));
    clock.set(due.plus(Duration.ofHours(1)));
    keepPromises.tick();
    promises.change(
        late.id(), Optional.empty(), Desk.personal(due.plus(Duration.ofDays(1)), other));

    Report report = callbacks.of(scope(Grouping.AGENT));

    assertThat(report.rows())
        .extracting(row -> Map.entry(row.group().get("agentId"), rate(row, "keptRate")))
        .containsExactlyInAnyOrder(
            Map.entry(agent.toString(), new Rate(0, 2)),
            Map.entry(other.toString(), new Rate(0, 1)));
  }

  @Test
  void aMissedPromiseStaysWithTheCampaignInWhichItWasMissed() {
    CampaignId other = given.campaign();
    LeadId early = given.lead(campaign);
    LeadId dueLater = given.lead(campaign);
    promises.promise(early, Desk.personal(due.plus(Duration.ofHours(3)), agent));
    Callback late = promises.promise(lead, Desk.personal(due, agent));
    promises.promise(dueLater, Desk.personal(due, agent));
    moveLead.move(early, other);
    clock.set(due.plus(Duration.ofHours(1)));
    moveLead.move(lead, other);
    moveLead.move(dueLater, other);
    promises.change(
        late.id(), Optional.empty(), Desk.personal(due.plus(Duration.ofHours(4)), agent));
    clock.set(due.plus(Duration.ofDays(1)));

    assertThat(rate(only(callbacks.of(scope(Grouping.NONE))), "keptRate"))
        .isEqualTo(new Rate(0, 2));
    campaign = other;
    assertThat(rate(only(callbacks.of(scope(Grouping.NONE))), "keptRate"))
        .isEqualTo(new Rate(0, 2));
  }

  @Test
  void whatACorrectedCallHadPromisedWasNeverPromised() {
    LoggedCall wrong = desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofHours(2)));
    amendCall.amend(
        wrong.call().id(),
        Optional.empty(),
        new AmendCall.Correction(Optional.of(Disposition.NO_ANSWER), null, null, CallDetails.NONE));
    clock.advance(Duration.ofDays(1));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @ParameterizedTest(name = "two leads are found to be one {0} minutes after the time: kept {1}")
  @CsvSource({"-60, 1", "10, 1", "60, 0"})
  void aPromiseIsOneWhenItsLeadTurnsOutToBeAnother(long minutes, long kept) {
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).numbers(number).externalId("1").create();
    LeadId two = given.newLead(campaign).numbers(number).externalId("2").create();
    desk.log(two, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofMinutes(minutes)));
    mergeLeads.merge(one, two);
    clock.set(due.plus(Duration.ofMinutes(Math.max(minutes, 0) + 5)));
    desk.log(one, agent, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    assertThat(rate(only(callbacks.of(scope(Grouping.NONE))), "keptRate"))
        .isEqualTo(new Rate(kept, 1));
  }

  private Wish allDay() {
    return new Wish(
        Optional.of(due),
        Optional.of(due.plus(Duration.ofHours(8))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Now, about a call that began a while ago. */
  private void report(Disposition outcome, Direction direction, Duration ago) {
    report(lead, outcome, CallDetails.NONE, clock.instant().minus(ago), direction);
  }

  private void report(LeadId of, Disposition outcome, CallDetails details, Instant startedAt) {
    report(of, outcome, details, startedAt, Direction.OUTBOUND);
  }

  private void report(
      LeadId of, Disposition outcome, CallDetails details, Instant startedAt, Direction direction) {
    logCall.log(
        new ReportedCall(
            Optional.empty(),
            Optional.of(of),
            Optional.of(agent),
            Optional.empty(),
            outcome,
            Optional.of(startedAt),
            90,
            null,
            details,
            direction));
  }
}
