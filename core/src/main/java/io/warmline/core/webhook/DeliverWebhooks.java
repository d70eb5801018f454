package io.warmline.core.webhook;

import io.warmline.core.event.Events;
import io.warmline.core.id.WebhookId;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Enters new events for the webhooks that want them, and hands out what is due. Messages are on
 * their way outside all transactions: who takes one has a lease, and when that is over another
 * server takes it again.
 */
@ApplicationScoped
public class DeliverWebhooks implements Chore {

  /**
   * Most messages that are on their way to one webhook at once; a few more where servers take some
   * at the same moment.
   */
  static final int MOST_UNDER_WAY = 8;

  /** The same while nothing arrives. */
  static final int MOST_WHILE_FAILING = 1;

  /** Longer than any attempt takes. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** Events that one transaction enters. */
  private static final int BATCH = 500;

  /** Batches that one round enters, so that other chores have their turn. */
  private static final int MOST_BATCHES = 10;

  private final TenantTransaction transaction;
  private final Events events;
  private final Deliveries deliveries;
  private final Instance<Courier> courier;
  private final ReportAttempt reportAttempt;
  private final Clock clock;

  DeliverWebhooks(
      TenantTransaction transaction,
      Events events,
      Deliveries deliveries,
      Instance<Courier> courier,
      ReportAttempt reportAttempt,
      Clock clock) {
    this.transaction = transaction;
    this.events = events;
    this.deliveries = deliveries;
    this.courier = courier;
    this.reportAttempt = reportAttempt;
    this.clock = clock;
  }

  /** An event without a number is news for any webhook that is enabled. */
  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select w.tenant_id from webhook w
        where w.disabled_reason is null and exists (
          select 1 from event e where e.tenant_id = w.tenant_id and e.month = 0)
        """,
        """
        select w.tenant_id from webhook w
        join event_counter c on c.tenant_id = w.tenant_id
        where w.disabled_reason is null and c.last > w.position
        """,
        """
        select d.tenant_id
        from webhook_delivery d
        join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id and w.disabled_reason is null
        where d.status = 'PENDING' and d.next_attempt_at <= :now and (d.leased_until is null or d.leased_until <= :now)
          and (w.not_before is null or w.not_before <= :now)
        """);
  }

  @Override
  public void tick() {
    enterNews();
    handOut();
  }

  private void enterNews() {
    boolean anybody = transaction.call(() -> !deliveries.behind(Long.MAX_VALUE).isEmpty());
    if (!anybody) {
      return;
    }
    long last = transaction.call(events::last);
    int batches = 0;
    while (batches < MOST_BATCHES && transaction.call(() -> enterBatch(last))) {
      batches++;
    }
  }

  /** Whether there is more. */
  private boolean enterBatch(long last) {
    Instant now = clock.instant();
    boolean more = false;
    for (Deliveries.Behind behind : deliveries.behind(last)) {
      long position = pastWhatIsGone(behind, now);
      long upTo = Math.min(last, position + BATCH);
      deliveries.enter(behind.webhook(), position, upTo, now);
      deliveries.moveTo(behind.webhook().id(), upTo);
      more |= upTo < last;
    }
    return more;
  }

  /** Whoever was disabled for longer than events are kept is told what it was not sent. */
  private long pastWhatIsGone(Deliveries.Behind behind, Instant now) {
    long first = events.firstKept();
    if (behind.position() + 1 >= first) {
      return behind.position();
    }
    events.record(
        new WebhookEvent.Skipped(behind.webhook().id(), behind.position() + 1, first - 1), now);
    return first - 1;
  }

  private void handOut() {
    if (courier.isResolvable()) {
      transaction.call(() -> deliveries.open(clock.instant())).forEach(this::handOut);
    }
  }

  private void handOut(Deliveries.Open open) {
    int most = open.failing() ? MOST_WHILE_FAILING : MOST_UNDER_WAY;
    if (open.underWay() < most) {
      take(open.webhook(), most - open.underWay());
    }
  }

  private void take(WebhookId webhook, int limit) {
    List<Parcel> parcels =
        transaction.call(
            () -> {
              Instant now = clock.instant();
              return deliveries.take(webhook, limit, now.plus(LEASE), now);
            });
    parcels.forEach(
        parcel ->
            courier
                .get()
                .carry(
                    parcel,
                    attempt -> {
                      if (reportAttempt.report(parcel, attempt)) {
                        reportAttempt.thenFor(parcel, () -> take(webhook, 1));
                      }
                    }));
  }
}
