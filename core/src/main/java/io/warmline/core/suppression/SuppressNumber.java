package io.warmline.core.suppression;

import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadStatuses;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops calls to a number for good, and lifts that on evidence. In the transaction of the entry,
 * live claims on the number end, and leads that have no other number left become DO_NOT_CALL and
 * lose their open callbacks.
 */
@ApplicationScoped
public class SuppressNumber {

  private static final String REASON = "DO_NOT_CALL";

  private final TenantTransaction transaction;
  private final Suppressions suppressions;
  private final Campaigns campaigns;
  private final Callbacks callbacks;
  private final PromiseCallback promises;
  private final LeadStatuses statuses;
  private final Claims claims;
  private final ChangeClaim changeClaim;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  SuppressNumber(
      TenantTransaction transaction,
      Suppressions suppressions,
      Campaigns campaigns,
      Callbacks callbacks,
      PromiseCallback promises,
      LeadStatuses statuses,
      Claims claims,
      ChangeClaim changeClaim,
      Numbers numbers,
      QueueEntries queue,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.suppressions = suppressions;
    this.campaigns = campaigns;
    this.callbacks = callbacks;
    this.promises = promises;
    this.statuses = statuses;
    this.claims = claims;
    this.changeClaim = changeClaim;
    this.numbers = numbers;
    this.queue = queue;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /** An entry, and whether it is new. */
  public record Added(Suppression entry, boolean created) {}

  /** Adds the entry; one that is there already is given back as it is. */
  public Added add(Suppression.Request request) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          request.campaign().ifPresent(campaigns::get);
          numbers.lock(List.of(request.phone()));
          Optional<Suppression> same = suppressions.same(request);
          if (same.isPresent()) {
            return new Added(same.get(), false);
          }
          Suppression entry = Suppression.of(request, now);
          suppressions.persistAndFlush(entry);
          events.record(
              EventType.SUPPRESSION_ADDED,
              entry.id().value(),
              now,
              "scope",
              entry.scope(),
              "campaignId",
              request.campaign().orElse(null),
              "callId",
              request.call().orElse(null));
          stop(request, now);
          return new Added(entry, true);
        });
  }

  private void stop(Suppression.Request request, Instant now) {
    List<UUID> leads = leadsConcerned(request.phone(), request.campaign().map(id -> id.value()));
    queue.lock(leads);
    for (ClaimId claim : claims.liveOn(request.phone())) {
      if (leads.contains(claims.get(claim).lead().value()) && changeClaim.revoke(claim)) {
        events.record(EventType.CLAIM_REVOKED, claim.value(), now, "reason", REASON);
      }
    }
    for (UUID lead : withoutNumber(leads)) {
      LeadId id = new LeadId(lead);
      callbacks.openOf(id).ifPresent(callback -> promises.end(callback, REASON, now));
      statuses.change(id, LeadStatus.DO_NOT_CALL, now);
    }
    queue.refresh(leads, now);
  }

  private List<UUID> leadsConcerned(PhoneNumber phone, Optional<UUID> campaign) {
    return sql.query(
        """
        select p.lead_id from lead_phone p join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
        where p.tenant_id = :tenant and p.e164 = :phone and (cast(:campaign as uuid) is null or l.campaign_id = :campaign)
        order by p.lead_id
        """,
        q ->
            q.bind("phone", phone.e164())
                .bind("campaign", campaign.orElse(null))
                .mapTo(UUID.class)
                .list());
  }

  /** Of these leads those all of whose working numbers are suppressed. */
  private List<UUID> withoutNumber(List<UUID> leads) {
    return sql.query(
        """
        select l.id from lead l
        where l.tenant_id = :tenant and l.id = any(:leads)
          and not exists (
            select from lead_phone p
            where p.tenant_id = l.tenant_id and p.lead_id = l.id and p.uncallable_reason is null
              and not exists (select from suppression s
                              where s.tenant_id = p.tenant_id and s.phone = p.e164 and s.removed_at is null
                                and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id)))
        order by l.id
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list());
  }

  /**
   * Lifts an entry. Leads that have no other against them can be called again.
   *
   * @param evidence what shows that the person wants calls again; kept on record
   */
  public Suppression remove(SuppressionId id, String evidence) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Suppression entry = suppressions.get(id);
          numbers.lock(List.of(entry.phone()));
          suppressions.getEntityManager().refresh(entry);
          entry.lift(evidence, now);
          suppressions.flush();
          List<UUID> leads = leadsConcerned(entry.phone(), entry.campaign().map(c -> c.value()));
          List<UUID> stillWithout = withoutNumber(leads);
          leads.stream()
              .filter(lead -> !stillWithout.contains(lead))
              .forEach(lead -> statuses.leaveDoNotCall(new LeadId(lead), now));
          queue.refresh(leads, now);
          events.record(EventType.SUPPRESSION_REMOVED, id.value(), now, "evidence", evidence);
          return entry;
        });
  }
}
