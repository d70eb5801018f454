package io.warmline.core.lead;

import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moves a lead to another campaign, with its history and its open callback. */
@ApplicationScoped
public class MoveLead {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadPhones phones;
  private final SaveLead save;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  MoveLead(
      TenantTransaction transaction,
      Campaigns campaigns,
      Leads leads,
      LeadPhones phones,
      SaveLead save,
      Numbers numbers,
      QueueEntries queue,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.phones = phones;
    this.save = save;
    this.numbers = numbers;
    this.queue = queue;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The lead follows the hours and policies of the other campaign from now on.
   *
   * @throws WarmlineException LEAD_EXISTS if the other campaign has this person; LEAD_CLAIMED,
   *     LEAD_ERASED, NOT_FOUND
   */
  public Lead move(LeadId id, CampaignId to) {
    return transaction.call(
        () -> {
          Lead lead = leads.get(id);
          Campaign campaign = campaigns.get(to);
          return lead.campaign().equals(to) ? lead : move(lead, campaign, clock.instant());
        });
  }

  private Lead move(Lead lead, Campaign to, Instant now) {
    CampaignId from = lead.campaign();
    numbers.lockOf(List.of(lead.id().value()));
    if (lead.erasedAt().isPresent()) {
      throw Lead.erasedRefusal();
    }
    save.requireNotClaimed(lead.id());
    List<PhoneNumber> own = phones.of(lead.id()).stream().map(LeadPhone::number).toList();
    save.requireNew(
        to.id(), new LeadFacts(lead.externalId(), lead.profile(), own), Optional.of(lead.id()));
    lead.moveTo(to.id(), now);
    leads.flush();
    LeadProfile profile = lead.profile();
    phones.replace(
        lead.id(),
        to.id(),
        to.zone(),
        own,
        Optional.ofNullable(profile.timeZone()),
        profile.language(),
        now);
    sql.update(
        """
        update callback set campaign_id = :campaign, version = version + 1, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
        """,
        u -> u.bind("campaign", to.id().value()).bind("lead", lead.id().value()).bind("now", now));
    queue.refresh(List.of(lead.id().value()), now);
    events.record(EventType.LEAD_MOVED, lead.id().value(), now, "from", from, "to", to.id());
    return lead;
  }
}
