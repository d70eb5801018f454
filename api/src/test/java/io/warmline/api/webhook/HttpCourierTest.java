package io.warmline.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.warmline.api.contract.ServerErrors;
import io.warmline.core.PostgresForTests;
import io.warmline.core.event.Event;
import io.warmline.core.id.DeliveryId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.webhook.Courier;
import io.warmline.core.webhook.Destination;
import io.warmline.core.webhook.Parcel;
import io.warmline.core.webhook.Signature;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages of one round are sent in one context, whatever tenants they are of. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WebhooksTest.OnThisMachine.class)
class HttpCourierTest {

  private static final int MESSAGES = 40;

  @Inject Courier courier;
  @Inject ReportsForTenant reports;
  @Inject Vertx vertx;

  @Test
  void whatIsReportedOfOneMessageIsReportedForItsTenant() throws InterruptedException {
    Map<TenantId, TenantId> reported = new ConcurrentHashMap<>();
    Map<TenantId, TenantId> wanted = new HashMap<>();
    try (Receiver receiver = Receiver.thatSays(204);
        ServerErrors errors = new ServerErrors("io.vertx")) {
      List<Parcel> parcels =
          IntStream.range(0, MESSAGES).mapToObj(i -> parcel(receiver.url())).toList();
      parcels.forEach(parcel -> wanted.put(parcel.tenant(), parcel.tenant()));

      VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
          .runOnContext(
              nothing ->
                  parcels.forEach(
                      parcel ->
                          courier.carry(
                              parcel,
                              attempt ->
                                  reported.put(
                                      parcel.tenant(), reports.workFor(parcel.tenant())))));
      for (int i = 0; i < 100 && reported.size() < MESSAGES; i++) {
        Thread.sleep(100);
      }

      assertThat(reported).isEqualTo(wanted);
      assertThat(errors.take()).as("a success that is logged as a failure").isEmpty();
    }
  }

  private static Parcel parcel(String url) {
    return new Parcel(
        new TenantId(UUID.randomUUID()),
        new WebhookId(UUID.randomUUID()),
        DeliveryId.next(),
        1,
        new Destination(URI.create(url)),
        List.of(Signature.newSecret()),
        new Event(1, "agent.created", Instant.EPOCH, UUID.randomUUID(), Map.of()),
        false);
  }
}
