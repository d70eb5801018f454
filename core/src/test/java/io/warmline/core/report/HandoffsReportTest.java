package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.AmendCall.Correction;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ExpireHandoffs;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients made of hand-offs, counted by hand. */
@QuarkusTest
class HandoffsReportTest extends Reporting {

  @Inject HandoffsReport handoffs;
  @Inject DecideHandoff decide;
  @Inject ExpireHandoffs chore;
  @Inject AmendCall amendCall;

  @BeforeEach
  void aCampaignOfWarmLeads() {
    campaign = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
  }

  @Test
  void ofNoHandOffsThereAreNoFigures() {
    assertThat(handoffs.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @Test
  void acceptedReturnedAndExpiredOnesAreCountedAndThoseThatWaitAreLeftOut() {
    HandoffId soon = offer();
    HandoffId later = offer();
    HandoffId duplicate = offer();
    HandoffId notReady = offer();
    offer();
    clock.advance(Duration.ofHours(2));
    decide.accept(soon, Optional.empty(), null);
    clock.advance(Duration.ofHours(2));
    giveBack(duplicate, ReturnReason.DUPLICATE, Optional.empty());
    clock.advance(Duration.ofHours(2));
    giveBack(notReady, ReturnReason.NOT_READY, Optional.of(LocalDate.of(2027, 1, 11)));
    clock.advance(Duration.ofHours(4));
    decide.accept(later, Optional.empty(), null);
    clock.advance(Duration.ofDays(14));
    chore.tick();
    offer();

    Row row = only(handoffs.of(scope(Grouping.NONE)));

    assertThat(rate(row, "acceptance")).isEqualTo(new Rate(2, 5));
    assertThat(rate(row, "returned")).isEqualTo(new Rate(2, 5));
    assertThat(rate(row, "expired")).isEqualTo(new Rate(1, 5));
    assertThat(rate(row, "returnedDuplicate")).isEqualTo(new Rate(1, 2));
    assertThat(rate(row, "returnedNotReady")).isEqualTo(new Rate(1, 2));
    assertThat(rate(row, "returnedNoNeed")).isEqualTo(new Rate(0, 2));
    assertThat(figure(row, "timeToDecisionP50").value()).hasValue(5);
    assertThat(figure(row, "timeToDecisionP90").value().orElseThrow()).isCloseTo(8.8, within(1e-9));
    assertThat(figure(row, "timeToDecisionP90").n()).isEqualTo(4);
  }

  @Test
  void anOfferThatEndedWithoutTheClientIsNoDecisionOfTheClients() {
    LeadId refusing = given.lead(campaign);
    desk.log(refusing, agent, Disposition.QUALIFIED);
    desk.log(refusing, agent, Disposition.DO_NOT_CALL);
    LoggedCall wrong = desk.log(given.lead(campaign), agent, Disposition.QUALIFIED);
    amendCall.amend(
        wrong.call().id(),
        Optional.empty(),
        new Correction(Optional.of(Disposition.NO_ANSWER), null, null, CallDetails.NONE));

    Row row = only(handoffs.of(scope(Grouping.NONE)));

    assertThat(rate(row, "acceptance")).isEqualTo(new Rate(0, 0));
    assertThat(rate(row, "expired")).isEqualTo(new Rate(0, 0));
    assertThat(figure(row, "timeToDecisionP50").value()).isEmpty();
  }

  @ParameterizedTest(name = "offered at {0}: one of 20 November in New York: {1}")
  @CsvSource({
    "2026-11-20T04:59:59Z, false",
    "2026-11-20T05:00:00Z, true",
    "2026-11-21T04:59:59Z, true",
    "2026-11-21T05:00:00Z, false"
  })
  void aHandOffBelongsToTheDayOnWhichItWasOfferedWheneverItIsDecided(
      Instant offeredAt, boolean counted) {
    clock.set(offeredAt);
    HandoffId offered = offer();
    clock.advance(Duration.ofDays(3));
    decide.accept(offered, Optional.empty(), null);
    LocalDate day = LocalDate.of(2026, 11, 20);

    assertThat(handoffs.of(scope(day, day, Grouping.NONE)).rows()).hasSize(counted ? 1 : 0);
  }

  @Test
  void aHandOffIsTheFindersWhoQualifiedTheLead() {
    AgentId other = given.agent();
    decide.accept(offer(), Optional.empty(), null);
    decide.accept(offeredBy(other), Optional.empty(), null);
    giveBack(offeredBy(other), ReturnReason.NO_NEED, Optional.empty());

    assertThat(handoffs.of(scope(Grouping.AGENT)).rows())
        .extracting(Row::group, row -> rate(row, "acceptance"))
        .containsExactlyInAnyOrder(
            Tuple.tuple(Map.of("agentId", agent.toString()), new Rate(1, 1)),
            Tuple.tuple(Map.of("agentId", other.toString()), new Rate(1, 2)));
  }

  private HandoffId offer() {
    return offeredBy(agent);
  }

  private HandoffId offeredBy(AgentId finder) {
    LoggedCall logged = desk.log(given.lead(campaign), finder, Disposition.QUALIFIED);
    return Objects.requireNonNull(logged.call().links().handoff());
  }

  private void giveBack(HandoffId id, ReturnReason reason, Optional<LocalDate> readyOn) {
    decide.giveBack(id, Optional.empty(), new DecideHandoff.Return(reason, null, readyOn));
  }
}
