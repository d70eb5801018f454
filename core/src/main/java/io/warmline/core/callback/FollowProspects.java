package io.warmline.core.callback;

import io.warmline.core.callback.AgreeOnTime.Revision;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.FollowLeads;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps open callbacks true to what was promised: their instants follow the prospect's clock, and
 * those that are tied to the end of a contract follow that date.
 */
@ApplicationScoped
public class FollowProspects implements FollowLeads, HourlyChore {

  private static final int BATCH = 200;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final TenantTransaction transaction;
  private final Callbacks callbacks;
  private final PromiseBook book;
  private final AgreeOnTime agreeOnTime;
  private final Campaigns campaigns;
  private final LeadsInHand leads;
  private final CurrentTenant tenant;
  private final Clock clock;

  /** The zone rules come with the platform, so that once after each start is enough. */
  private final Set<TenantId> done = ConcurrentHashMap.newKeySet();

  FollowProspects(
      TenantTransaction transaction,
      Callbacks callbacks,
      PromiseBook book,
      AgreeOnTime agreeOnTime,
      Campaigns campaigns,
      LeadsInHand leads,
      CurrentTenant tenant,
      Clock clock) {
    this.transaction = transaction;
    this.callbacks = callbacks;
    this.book = book;
    this.agreeOnTime = agreeOnTime;
    this.campaigns = campaigns;
    this.leads = leads;
    this.tenant = tenant;
    this.clock = clock;
  }

  @Override
  public void of(Collection<UUID> changed, Instant now) {
    for (Callback callback : callbacks.followingClockOf(changed)) {
      agreeOnTime
          .revised(callback, campaigns.get(callback.campaign()).policy(), now)
          .ifPresent(revision -> move(callback, revision, now));
    }
  }

  private Callback move(Callback callback, Revision revision, Instant now) {
    return book.reschedule(callback.moveTo(revision.time(), revision.why(), now), now);
  }

  /** Reckons the callbacks of the tenant anew if that was not done since the start. */
  @Override
  public void tickHourly() {
    if (!done.contains(tenant.id())) {
      followClocks();
      done.add(tenant.id());
    }
  }

  /** Reckons the callbacks of the current tenant anew by the zone rules of the platform. */
  void followClocks() {
    UUID last = BEFORE_ALL;
    List<Callback> batch = after(last);
    while (!batch.isEmpty()) {
      batch.forEach(callback -> transaction.run(() -> followClock(callback)));
      last = batch.get(batch.size() - 1).id().value();
      batch = after(last);
    }
  }

  private List<Callback> after(UUID last) {
    return transaction.call(() -> callbacks.followingClock(last, BATCH, clock.instant()));
  }

  private void followClock(Callback seen) {
    Instant now = clock.instant();
    leads.lock(seen.lead());
    Callback callback = callbacks.get(seen.id());
    if (callback.version() != seen.version()) {
      return;
    }
    Optional<Revision> revision =
        agreeOnTime.reckonedAnew(callback, campaigns.get(callback.campaign()).policy(), now);
    if (revision.isPresent()) {
      move(callback, revision.get(), now);
      leads.putBack(callback.lead(), now);
    }
  }
}
