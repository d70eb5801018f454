package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of changes of a lead that come at once none is lost. Without the locks of its numbers and of its
 * row, and the version in the update, calls were seen not to be counted (2 of 4); without "on
 * conflict" an upsert was seen to fail on the external id.
 */
@QuarkusTest
class LeadRaceTest extends OnPostgres {

  private static final LocalDate BACK_ON = LocalDate.of(2027, 9, 1);
  private static final int MANY = 10;

  @Inject SaveLead saveLead;
  @Inject DecideHandoff decide;
  @Inject Numbers numbers;

  private TenantId tenant;
  private CampaignId campaign;
  private AgentId agent;
  private PhoneNumber number;
  private LeadId lead;

  @BeforeEach
  void aNurtureLeadThatIsOfferedToTheClient() {
    tenant = given.tenant();
    campaign =
        given.campaign(t -> t.toBuilder().approach(Approach.of(Deliverable.WARM_LEAD)).build());
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).create();
    desk.log(
        lead,
        agent,
        Disposition.NOT_NOW_NURTURE,
        Desk.revisit(LocalDate.of(2027, 3, 1)).toBuilder().reason("Not this year").build());
  }

  /** Both wait for the lock of the number, having begun to work before. */
  @Test
  void aReturnAndAChangeAtOnceAreBothKept() throws Exception {
    HandoffId offer = new HandoffId(events(EventType.HANDOFF_OFFERED).get(0).subject());

    List<CompletableFuture<Void>> both =
        whileTheNumberIsHeld(
            () ->
                List.of(
                    CompletableFuture.runAsync(() -> given.run(tenant, () -> giveBack(offer))),
                    CompletableFuture.runAsync(() -> given.run(tenant, this::change))));
    for (CompletableFuture<Void> one : both) {
      one.get(30, TimeUnit.SECONDS);
    }

    assertThat(read(lead).nextAttemptAt())
        .contains(BACK_ON.atStartOfDay(ZoneId.of("America/New_York")).toInstant());
    assertThat(read(lead).profile().title()).isEqualTo("Dr.");
  }

  @Test
  void everyOneOfManyCallsIsCounted() {
    int before = read(lead).attempts();

    Race.of(
        IntStream.range(0, MANY)
            .mapToObj(
                n ->
                    (Callable<Object>)
                        () ->
                            given.as(
                                tenant, () -> desk.log(lead, agent, Disposition.TECHNICAL_FAILURE)))
            .toList());
    Race.of(
        IntStream.range(0, 3)
            .mapToObj(
                n ->
                    (Callable<Object>)
                        () -> given.as(tenant, () -> desk.log(lead, agent, Disposition.BUSY)))
            .toList());

    assertThat(read(lead).attempts()).isEqualTo(before + 3);
  }

  @Test
  void manyUpsertsOfOneNewExternalIdAllSucceedAndMakeOneLead() {
    List<Boolean> created =
        Race.of(
            IntStream.range(0, MANY)
                .mapToObj(
                    n ->
                        (Callable<Boolean>)
                            () ->
                                given.as(
                                    tenant, () -> saveLead.upsert(campaign, facts(n)).created()))
                .toList());

    assertThat(created).containsOnlyOnce(true);
    int leads =
        transaction.call(
            () ->
                sql.query(
                    "select count(*) from lead where tenant_id = :tenant and external_id = 'new'",
                    q -> q.mapTo(Integer.class).one()));
    assertThat(leads).isEqualTo(1);
  }

  /** Each has another number, so that no lock keeps them apart. */
  private LeadFacts facts(int n) {
    return given.newLead(campaign).externalId("new").score(n).facts();
  }

  private void giveBack(HandoffId offer) {
    decide.giveBack(
        offer,
        Optional.empty(),
        new DecideHandoff.Return(ReturnReason.NOT_READY, null, Optional.of(BACK_ON)));
  }

  private void change() {
    saveLead.change(
        lead,
        Optional.empty(),
        seen ->
            new LeadFacts(
                seen.externalId(),
                seen.profile().toBuilder().title("Dr.").build(),
                seen.numbers()));
  }

  private <T> T whileTheNumberIsHeld(Callable<T> begun) {
    return transaction.call(
        () -> {
          numbers.lock(List.of(number));
          try {
            T result = begun.call();
            Thread.sleep(Duration.ofSeconds(2).toMillis());
            return result;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }
}
