package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Tier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person changes where a lead stands, where no call does. */
@QuarkusTest
class ChangeStatusTest extends OnPostgres {

  @Inject ChangeStatus changeStatus;

  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    lead = given.lead(given.campaign());
  }

  @Test
  void aDisqualifiedLeadBeginsAnewWithAPersonAndAReason() {
    desk.log(lead, agent, Disposition.NOT_QUALIFIED);
    clock.advance(Duration.ofDays(1));

    Lead changed = change(LeadStatus.COLD, Optional.empty());

    assertThat(changed.status()).isEqualTo(LeadStatus.COLD);
    assertThat(changed.attempts()).isZero();
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
    assertThat(events(EventType.LEAD_STATUS_CHANGED))
        .last()
        .satisfies(
            e ->
                assertThat(e.data())
                    .containsEntry("from", "DISQUALIFIED")
                    .containsEntry("to", "COLD")
                    .containsEntry("agentId", agent.toString())
                    .containsEntry("reason", "New management"));
  }

  @Test
  void anExhaustedLeadIsNurturedFromItsRevisitDateOn() {
    IntStream.range(0, 7)
        .forEach(
            i -> {
              desk.log(lead, agent, Disposition.NO_ANSWER);
              clock.advance(Duration.ofDays(1));
            });
    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);

    change(LeadStatus.NURTURE, Optional.of(LocalDate.of(2027, 1, 15)));

    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.set(Instant.parse("2027-01-15T05:00:00Z"));
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void nurtureNeedsADateThatLiesAhead() {
    transaction.run(
        () ->
            sql.update(
                "update lead set status = 'EXHAUSTED' where tenant_id = :tenant and id = :id",
                u -> u.bind("id", lead.value())));
    transaction.run(
        () ->
            sql.update(
                "update queue_entry set state = 'CLOSED', blocked_by = 'EXHAUSTED' where tenant_id"
                    + " = :tenant and lead_id = :id",
                u -> u.bind("id", lead.value())));

    assertThatThrownBy(() -> change(LeadStatus.NURTURE, Optional.empty()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> change(LeadStatus.NURTURE, Optional.of(LocalDate.of(2026, 11, 18))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aCustomerLapses() {
    desk.log(lead, agent, Disposition.SALE);

    assertThat(change(LeadStatus.LAPSED, Optional.empty()).status()).isEqualTo(LeadStatus.LAPSED);
  }

  @ParameterizedTest
  @EnumSource(LeadStatus.class)
  void nothingElseIsChangedByDecree(LeadStatus status) {
    assertThatThrownBy(() -> change(status, Optional.of(LocalDate.of(2027, 1, 15))))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.STATUS_CHANGE_REFUSED));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
  }

  @Test
  void thePersonIsKnown() {
    desk.log(lead, agent, Disposition.NOT_QUALIFIED);
    AgentId stranger = new AgentId(Ids.next());

    assertThatThrownBy(
            () ->
                changeStatus.change(
                    lead,
                    Optional.empty(),
                    new ChangeStatus.Wish(LeadStatus.COLD, stranger, "?", Optional.empty())))
        .isInstanceOf(NotFound.class);
  }

  private Lead change(LeadStatus to, Optional<LocalDate> revisitOn) {
    return changeStatus.change(
        lead, Optional.empty(), new ChangeStatus.Wish(to, agent, "New management", revisitOn));
  }
}
