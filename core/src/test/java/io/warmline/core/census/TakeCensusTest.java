package io.warmline.core.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.census.Census.Ages;
import io.warmline.core.census.Census.Backlog;
import io.warmline.core.census.Census.RowFate;
import io.warmline.core.event.CallbackDue;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.registry.KeepRegistries;
import io.warmline.core.registry.ReceiveRegistry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.Territory;
import io.warmline.core.webhook.DeliverWebhooks;
import io.warmline.core.webhook.Destination;
import io.warmline.core.webhook.ManageWebhook;
import io.warmline.core.webhook.Webhook;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted of a firm for those who run the server. */
@QuarkusTest
class TakeCensusTest extends OnPostgres {

  @Inject TakeCensus census;
  @Inject Events outbox;
  @Inject ManageWebhook webhooks;
  @Inject DeliverWebhooks deliver;
  @Inject ReceiveRegistry receiveRegistry;
  @Inject KeepRegistries keepRegistries;

  private Census taken() {
    return transaction.call(() -> census.ofOne(clock.instant()));
  }

  @Test
  void leadsAreCountedByWhatKeepsThemBack() {
    given.leads(given.campaignOpen(Fixture.everyDay("09:00", "10:00")), 2);
    CampaignId open = given.campaign();
    AgentId agent = given.agent();
    given.leads(open, 2);
    desk.claim(agent);

    assertThat(taken().blocked())
        .isEqualTo(Map.of(BlockCode.CALLING_HOURS, 2L, BlockCode.CLAIMED, 1L));
  }

  @Test
  void whoWaitsForHisTimeIsCountedUntilItHasCome() {
    CampaignId campaign = given.campaign();
    AgentId agent = given.agent();
    given.lead(campaign);
    desk.log(desk.claim(agent), io.warmline.core.disposition.Disposition.BUSY);
    assertThat(taken().blocked()).isEqualTo(Map.of(BlockCode.RETRY_DELAY, 1L));

    clock.advance(Duration.ofMinutes(31));

    assertThat(taken().blocked()).isEmpty();
  }

  @Test
  void theFirstEventThatNobodyCanReadSaysHowFarBehindTheyAre() {
    assertThat(taken().events()).isEqualTo(new Backlog(0, Duration.ZERO));
    due();
    clock.advance(Duration.ofSeconds(90));
    due();

    assertThat(taken().events()).isEqualTo(new Backlog(2, Duration.ofSeconds(90)));
  }

  private void due() {
    Instant now = clock.instant();
    transaction.run(
        () ->
            outbox.record(
                new CallbackDue(
                    new CallbackId(Ids.next()), new LeadId(Ids.next()), new CampaignId(Ids.next())),
                now));
  }

  @Test
  void messagesOnTheirWayAreCounted() {
    webhooks.create(
        new Webhook.Terms(
            new Destination(URI.create("https://hooks.example.com/")),
            Optional.empty(),
            List.of("callback.*"),
            List.of(),
            false,
            true));
    due();
    deliver.tick();
    clock.advance(Duration.ofMinutes(3));

    assertThat(taken().deliveries()).isEqualTo(new Backlog(1, Duration.ofMinutes(3)));
  }

  @Test
  void theAgeOfRegistriesIsKnown() {
    assertThat(taken().registries()).isEqualTo(new Ages(0, 0, Optional.empty()));
    list("US_NATIONAL", "US", LocalDate.parse("2026-11-16"));
    list("SOMEWHERE", "FR", LocalDate.parse("2026-11-16"));

    Instant tooOld = Instant.parse("2026-12-17T10:00:00Z");
    assertThat(taken().registries())
        .isEqualTo(new Ages(1, 0, Optional.of(Duration.between(clock.instant(), tooOld))));

    clock.set(tooOld);
    assertThat(taken().registries()).isEqualTo(new Ages(1, 1, Optional.empty()));
  }

  private void list(String name, String where, LocalDate asOf) {
    receiveRegistry.enqueue(
        receiveRegistry.receive(
            new RegistryImport.Request(name, Territory.of(where), asOf, Optional.empty()),
            new ByteArrayInputStream("+12125550123".getBytes(StandardCharsets.UTF_8))));
    keepRegistries.tick();
  }

  @Test
  void twoFirmsAreOneCensus() {
    Census one =
        new Census(
            Map.of(),
            Map.of(BlockCode.NURTURE, 2L),
            1,
            0,
            Map.of(RowFate.CREATED, 5L),
            new Backlog(1, Duration.ofSeconds(9)),
            Backlog.NONE,
            new Ages(1, 0, Optional.of(Duration.ofDays(3))));
    Census other =
        new Census(
            Map.of(),
            Map.of(BlockCode.NURTURE, 1L, BlockCode.CUSTOMER, 1L),
            0,
            2,
            Map.of(RowFate.CREATED, 1L, RowFate.REJECTED, 1L),
            new Backlog(3, Duration.ofSeconds(4)),
            new Backlog(1, Duration.ofHours(1)),
            new Ages(2, 1, Optional.of(Duration.ofDays(2))));

    assertThat(one.and(other))
        .isEqualTo(
            new Census(
                Map.of(),
                Map.of(BlockCode.NURTURE, 3L, BlockCode.CUSTOMER, 1L),
                1,
                2,
                Map.of(RowFate.CREATED, 6L, RowFate.REJECTED, 1L),
                new Backlog(4, Duration.ofSeconds(9)),
                new Backlog(1, Duration.ofHours(1)),
                new Ages(3, 1, Optional.of(Duration.ofDays(2)))));
  }
}
