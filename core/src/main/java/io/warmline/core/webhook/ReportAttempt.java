package io.warmline.core.webhook;

import io.warmline.core.event.Events;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps what became of an attempt, and decides what follows from it. */
@ApplicationScoped
public class ReportAttempt {

  /**
   * A webhook at which nothing has arrived for so long is disabled with the first that is given up.
   */
  private static final Duration HOPELESS = Duration.ofDays(1);

  private final CurrentTenant tenant;
  private final TenantTransaction transaction;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Events events;
  private final Clock clock;

  ReportAttempt(
      CurrentTenant tenant,
      TenantTransaction transaction,
      Webhooks webhooks,
      Deliveries deliveries,
      Events events,
      Clock clock) {
    this.tenant = tenant;
    this.transaction = transaction;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps an attempt, on whatever thread it ended.
   *
   * @return whether it has arrived, so that the next message may follow at once
   */
  @ActivateRequestContext
  public boolean report(Parcel parcel, Attempt attempt) {
    tenant.enter(parcel.tenant());
    return transaction.call(() -> keep(parcel, attempt, clock.instant()));
  }

  /** Does work for the tenant of the parcel. */
  @ActivateRequestContext
  public void thenFor(Parcel parcel, Runnable work) {
    tenant.enter(parcel.tenant());
    work.run();
  }

  private boolean keep(Parcel parcel, Attempt attempt, Instant now) {
    Optional<Instant> failingSince = Optional.empty();
    if (attempt.hasArrived()) {
      webhooks.succeeded(parcel.webhook());
    } else {
      Optional<Instant> notBefore =
          attempt
              .retryAfter()
              .filter(wish -> attempt.saysTooMuch())
              .map(wish -> now.plus(RetrySchedule.within(wish)));
      failingSince = webhooks.failed(parcel.webhook(), notBefore, now);
    }
    deliveries.keep(parcel, attempt);
    Optional<Integer> tries = deliveries.triesOf(parcel);
    if (tries.isPresent()) {
      decide(parcel, attempt, tries.get(), failingSince, now);
    }
    return attempt.hasArrived();
  }

  private void decide(
      Parcel parcel, Attempt attempt, int tries, Optional<Instant> failingSince, Instant now) {
    if (attempt.hasArrived()) {
      deliveries.finish(parcel.delivery(), Delivery.Status.DELIVERED, now);
      return;
    }
    if (attempt.saysGone()) {
      giveUp(parcel, now);
      disable(parcel, Webhook.Disabled.GONE, now);
      return;
    }
    Optional<Duration> wait =
        RetrySchedule.after(tries, ThreadLocalRandom.current().nextDouble(), attempt.retryAfter());
    if (wait.isPresent()) {
      deliveries.postpone(parcel.delivery(), now.plus(wait.get()));
      return;
    }
    giveUp(parcel, now);
    if (failingSince.filter(since -> !since.isAfter(now.minus(HOPELESS))).isPresent()) {
      disable(parcel, Webhook.Disabled.GAVE_UP, now);
    }
  }

  private void giveUp(Parcel parcel, Instant now) {
    deliveries.finish(parcel.delivery(), Delivery.Status.FAILED, now);
  }

  private void disable(Parcel parcel, Webhook.Disabled reason, Instant now) {
    if (webhooks.disable(parcel.webhook(), reason, now)) {
      events.record(new WebhookEvent.Disabled(parcel.webhook(), reason), now);
    }
  }
}
