package io.warmline.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.event.CallbackDue;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.event.ForgetEvents;
import io.warmline.core.event.OtherMonth;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.retention.RetentionRules;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.webhook.NotedCourier.Carried;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When events are sent to webhooks, in which order, and what follows from what comes back. */
@QuarkusTest
class DeliverWebhooksTest extends OnPostgres {

  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject ManageWebhook manage;
  @Inject DeliverWebhooks deliver;
  @Inject Webhooks webhooks;
  @Inject Deliveries deliveries;
  @Inject NotedCourier courier;
  @Inject Events outbox;
  @Inject ForgetEvents forgetEvents;
  @Inject ForgetDeliveries forgetDeliveries;
  @Inject CurrentTenant tenant;
  @Inject RequestContextController requests;

  private final LeadId ada = new LeadId(Ids.next());
  private final LeadId james = new LeadId(Ids.next());
  private final CampaignId campaign = new CampaignId(Ids.next());

  @BeforeEach
  void nothingIsOnItsWay() {
    courier.taken();
  }

  private static Webhook.Terms terms(String... types) {
    return new Webhook.Terms(
        new Destination(URI.create("https://hooks.example.com/")),
        Optional.empty(),
        List.of(types),
        List.of(),
        false,
        true);
  }

  private WebhookId webhook() {
    return manage.create(terms("callback.*")).webhook().id();
  }

  private void due(LeadId lead) {
    transaction.run(
        () ->
            outbox.record(
                new CallbackDue(new CallbackId(Ids.next()), lead, campaign), clock.instant()));
  }

  private List<Carried> round() {
    deliver.tick();
    return courier.taken();
  }

  private Carried only() {
    List<Carried> taken = round();
    assertThat(taken).hasSize(1);
    return taken.get(0);
  }

  private Webhook read(WebhookId id) {
    return transaction.call(() -> webhooks.get(id));
  }

  private List<Delivery> log(WebhookId id) {
    return transaction.call(
        () -> deliveries.list(id, Optional.empty(), new Cursor.Paging(100, null)).items());
  }

  @Test
  void anEventIsSentOnceAndItsAttemptIsOnRecord() {
    due(ada);
    WebhookId id = webhook();
    due(ada);

    Carried sent = only();
    sent.answer(204, clock.instant());

    assertThat(sent.parcel().event().type()).isEqualTo("callback.due");
    assertThat(round()).isEmpty();
    assertThat(log(id))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.status()).isEqualTo(Delivery.Status.DELIVERED);
              assertThat(d.finishedAt()).contains(clock.instant());
              assertThat(d.attempts()).hasSize(1);
              assertThat(d.attempts().get(0).statusCode()).contains(204);
            });
  }

  @Test
  void whatIsAboutOneLeadIsSentInOrder() {
    WebhookId id = webhook();
    due(ada);
    due(ada);
    due(james);

    List<Carried> first = round();
    assertThat(first)
        .extracting(c -> c.parcel().event().data().get("leadId"))
        .containsExactlyInAnyOrder(ada.toString(), james.toString());
    Carried ofAda =
        first.stream()
            .filter(c -> c.parcel().event().data().get("leadId").equals(ada.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(round()).isEmpty();

    ofAda.answer(200, clock.instant());

    assertThat(courier.taken())
        .singleElement()
        .satisfies(next -> assertThat(next.sequence()).isGreaterThan(ofAda.sequence()));
    assertThat(log(id)).hasSize(3);
  }

  @Test
  void onlyTheTwoHundredsAreSuccess() {
    for (int status : new int[] {100, 199, 300, 301, 302, 304, 400, 404, 500, 503}) {
      WebhookId id = webhook();
      due(new LeadId(Ids.next()));
      round()
          .forEach(c -> c.answer(c.parcel().webhook().equals(id) ? status : 200, clock.instant()));

      assertThat(log(id)).as("%s", status).allMatch(d -> d.status() == Delivery.Status.PENDING);
      assertThat(read(id).failingSince()).contains(clock.instant());
      manage.delete(id, Optional.empty());
    }
  }

  @Test
  void whatDoesNotArriveIsTriedTenTimesOverThreeDaysAndThenTheWebhookIsDisabled() {
    WebhookId id = webhook();
    due(ada);
    due(ada);
    Instant begun = clock.instant();

    for (int n = 1; n <= 10; n++) {
      Carried attempt = only();
      assertThat(attempt.parcel().attempt()).isEqualTo(n);
      attempt.fail(Attempt.Failure.NO_CONNECTION, clock.instant());
      if (n < 10) {
        assertThat(round()).isEmpty();
        Instant next =
            log(id).stream()
                .flatMap(d -> d.nextAttemptAt().stream())
                .filter(at -> at.isAfter(clock.instant()))
                .findFirst()
                .orElseThrow();
        clock.set(next.minusMillis(1));
        assertThat(round()).isEmpty();
        clock.set(next);
      }
    }

    assertThat(Duration.between(begun, clock.instant()))
        .isBetween(Duration.ofHours(75), Duration.ofHours(92));
    assertThat(read(id).disabled()).contains(Webhook.Disabled.GAVE_UP);
    assertThat(events(EventType.WEBHOOK_DISABLED))
        .singleElement()
        .satisfies(e -> assertThat(e.data()).containsEntry("reason", "GAVE_UP"));
    assertThat(log(id))
        .extracting(Delivery::status)
        .containsExactly(Delivery.Status.PENDING, Delivery.Status.FAILED);
    clock.advance(A_DAY);
    assertThat(round()).isEmpty();
  }

  @Test
  void oneMessageThatIsNeverTakenDoesNotDisableAWebhookThatTakesOthers() {
    WebhookId id = webhook();
    due(ada);
    for (int n = 1; n <= 10; n++) {
      only().answer(400, clock.instant());
      due(james);
      only().answer(200, clock.instant());
      clock.advance(Duration.ofHours(30));
    }

    assertThat(read(id).disabled()).isEmpty();
    assertThat(log(id)).filteredOn(d -> d.status() == Delivery.Status.FAILED).hasSize(1);
  }

  @Test
  void goneIsGone() {
    WebhookId id = webhook();
    due(ada);

    only().answer(410, clock.instant());

    assertThat(read(id).disabled()).contains(Webhook.Disabled.GONE);
    due(james);
    assertThat(round()).isEmpty();
  }

  @Test
  void whoWantsToBeLeftAloneIsLeftAlone() {
    webhook();
    due(ada);
    only().answer(429, Duration.ofMinutes(10), clock.instant());
    due(james);

    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(round()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(round()).hasSize(1);
  }

  @Test
  void nobodyIsLeftAloneForLongerThanADay() {
    webhook();
    due(ada);
    only().answer(503, Duration.ofDays(365), clock.instant());

    clock.advance(A_DAY);
    assertThat(round()).hasSize(1);
  }

  @Test
  void aWebhookAtWhichNothingArrivesHoldsUpNoOther() {
    WebhookId dead = webhook();
    WebhookId well = webhook();
    for (int i = 0; i < 20; i++) {
      due(new LeadId(Ids.next()));
    }

    List<Carried> first = round();
    assertThat(first).filteredOn(c -> c.parcel().webhook().equals(well)).hasSize(8);
    first.stream()
        .filter(c -> c.parcel().webhook().equals(dead))
        .forEach(c -> c.fail(Attempt.Failure.TIMEOUT, clock.instant()));
    List<Carried> waiting =
        new ArrayList<>(first.stream().filter(c -> c.parcel().webhook().equals(well)).toList());
    while (!waiting.isEmpty()) {
      waiting.remove(0).answer(200, clock.instant());
      waiting.addAll(
          courier.taken().stream().filter(c -> c.parcel().webhook().equals(well)).toList());
    }

    assertThat(log(well)).hasSize(20).allMatch(d -> d.status() == Delivery.Status.DELIVERED);
    assertThat(round()).filteredOn(c -> c.parcel().webhook().equals(dead)).hasSize(1);
  }

  @Test
  void serversThatTakeAtOnceTakeEachMessageOnce() {
    WebhookId id = webhook();
    for (int i = 0; i < 30; i++) {
      due(new LeadId(Ids.next()));
    }
    TenantId here = tenant.id();
    List<Carried> all = Collections.synchronizedList(new ArrayList<>());

    for (int turn = 0; turn < 12; turn++) {
      Race.of(IntStream.range(0, 4).mapToObj(server -> server(here)).toList());
      courier
          .taken()
          .forEach(
              c -> {
                all.add(c);
                c.report()
                    .accept(
                        Attempt.answered(clock.instant(), Duration.ZERO, 200, Optional.empty()));
              });
    }
    all.addAll(courier.taken());

    assertThat(all).extracting(Carried::sequence).doesNotHaveDuplicates();
    assertThat(log(id)).hasSize(30);
  }

  private Callable<Boolean> server(TenantId here) {
    return () -> {
      requests.activate();
      try {
        tenant.enter(here);
        deliver.tick();
        return true;
      } finally {
        requests.deactivate();
      }
    };
  }

  @Test
  void whatAServerTookAndNeverReportedIsTakenAgainAndItsLateReportDoesNotMatter() {
    WebhookId id = webhook();
    due(ada);
    Carried lost = only();

    clock.advance(DeliverWebhooks.LEASE.minusSeconds(1));
    assertThat(round()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    Carried again = only();
    lost.fail(Attempt.Failure.TIMEOUT, clock.instant());
    again.answer(200, clock.instant());

    assertThat(again.parcel().messageId()).isEqualTo(lost.parcel().messageId());
    assertThat(log(id))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.status()).isEqualTo(Delivery.Status.DELIVERED);
              assertThat(d.attempts()).hasSize(2);
            });
  }

  @Test
  void aWebhookGetsWhatItWantsOfTheCampaignsThatItWants() {
    WebhookId other = manage.create(terms("call.logged")).webhook().id();
    WebhookId all = manage.create(terms()).webhook().id();
    CampaignId known = new CampaignId(given.campaign().value());
    Webhook.Terms ofCampaign =
        new Webhook.Terms(
            new Destination(URI.create("https://hooks.example.com/")),
            Optional.empty(),
            List.of("callback.due"),
            List.of(known),
            false,
            true);
    WebhookId narrow = manage.create(ofCampaign).webhook().id();
    due(ada);
    transaction.run(
        () ->
            outbox.record(
                new CallbackDue(new CallbackId(Ids.next()), james, known), clock.instant()));
    deliver.tick();

    assertThat(log(other)).isEmpty();
    assertThat(log(all)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(log(narrow)).hasSize(1);
  }

  @Test
  void aTestGoesToTheWebhookThatIsTriedAlone() {
    WebhookId tried = webhook();
    WebhookId all = manage.create(terms()).webhook().id();

    manage.test(tried);
    deliver.tick();

    assertThat(log(tried)).extracting(Delivery::type).containsExactly("webhook.test");
    assertThat(log(all)).extracting(Delivery::type).doesNotContain("webhook.test");
  }

  @Test
  void eventsOfBeforeAreSentOnDemandAndThoseThatArrivedAreSentAgain() {
    due(ada);
    due(james);
    WebhookId id = webhook();
    long last = transaction.call(outbox::last);

    assertThat(manage.replay(id, 1, last)).isEqualTo(2);
    List<Carried> sent = round();
    sent.forEach(c -> c.answer(200, clock.instant()));
    assertThat(sent).hasSize(2);

    Delivery one = log(id).get(0);
    assertThat(manage.replay(id, one.id()).status()).isEqualTo(Delivery.Status.PENDING);
    Carried again = only();
    again.answer(200, clock.instant());

    assertThat(again.parcel().attempt()).isEqualTo(2);
    assertThat(sent).extracting(c -> c.parcel().messageId()).contains(again.parcel().messageId());
    assertThatThrownBy(() -> manage.replay(id, 5, 4)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> manage.replay(id, 1, 10_001)).isInstanceOf(InvalidValue.class);
  }

  /** What there is by now was numbered long ago, and nobody keeps it. */
  private long allIsForgotten() {
    long last = transaction.call(outbox::last);
    transaction.run(() -> OtherMonth.forEvents(sql, given.tenant(), 202001));
    transaction.run(() -> forgetEvents.before(clock.instant(), 1000));
    return last;
  }

  @Test
  void aWebhookThatWasDisabledForLongerThanEventsAreKeptIsToldWhatItWasNotSent() {
    WebhookId id = webhook();
    due(ada);
    only().answer(410, clock.instant());
    due(james);
    long gone = allIsForgotten();
    due(ada);

    manage.change(id, Optional.empty(), t -> terms("callback.*"));

    assertThat(only().parcel().event().sequence()).isGreaterThan(gone);
    assertThat(events(EventType.WEBHOOK_SKIPPED))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.subject()).isEqualTo(id.value());
              assertThat(((Number) event.data().get("toSequence")).longValue()).isEqualTo(gone);
            });
  }

  @Test
  void whatWaitsAndIsNotKeptAnyMoreIsGivenUpAndNotSentAgain() {
    WebhookId id = webhook();
    due(ada);
    assertThat(round()).hasSize(1);
    allIsForgotten();

    forgetDeliveries.tickHourly();

    Delivery delivery = log(id).get(0);
    assertThat(delivery.status()).isEqualTo(Delivery.Status.FAILED);
    assertThatThrownBy(() -> manage.replay(id, delivery.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> manage.replay(id, 1, 1)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void bothSecretsSignUntilTheOverlapIsOver() {
    ManageWebhook.WebhookAndSecret made = manage.create(terms("callback.*"));
    ManageWebhook.WebhookAndSecret next = manage.rotateSecret(made.webhook().id(), A_DAY);
    due(ada);

    Carried during = only();
    assertThat(during.parcel().secrets()).containsExactly(next.secret(), made.secret());
    during.answer(200, clock.instant());
    clock.advance(A_DAY);
    due(ada);

    assertThat(only().parcel().secrets()).containsExactly(next.secret());
  }

  @Test
  void aWebhookThatIsEnabledAgainGoesOnWhereItStopped() {
    WebhookId id = webhook();
    due(ada);
    only().answer(410, clock.instant());
    due(james);
    assertThat(round()).isEmpty();

    manage.change(id, Optional.empty(), t -> terms("callback.*"));

    assertThat(read(id).failingSince()).isEmpty();
    assertThat(only().parcel().event().data()).containsEntry("leadId", james.toString());
  }

  @Test
  void whatIsLongOverIsForgotten() {
    WebhookId id = webhook();
    due(ada);
    only().answer(200, clock.instant());

    clock.advance(RetentionRules.USUAL.ofDeliveries());
    transaction.run(
        () -> deliveries.forget(clock.instant().minus(RetentionRules.USUAL.ofDeliveries()), 10));
    assertThat(log(id)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    transaction.run(
        () -> deliveries.forget(clock.instant().minus(RetentionRules.USUAL.ofDeliveries()), 10));
    assertThat(log(id)).isEmpty();
  }

  @Test
  void aTypeThatThereIsNotIsRefused() {
    for (String type : new String[] {"call.log", "calls.*", "*", "call", ".*"}) {
      assertThatThrownBy(() -> manage.create(terms(type)))
          .as(type)
          .isInstanceOf(InvalidValue.class);
    }
  }
}
