package io.warmline.core.suppression;

import io.warmline.core.campaign.Campaigns;
import io.warmline.core.campaign.FollowClient;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.HeedWithdrawals;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an entry does to the leads that have its number, and what lifting it undoes. The caller
 * holds the lock of the number of an entry.
 */
@ApplicationScoped
class StopCalls implements FollowClient {

  private static final String REASON = "DO_NOT_CALL";

  private final CalledLeads called;
  private final RevokeClaims revokeClaims;
  private final LoseLead loseLead;
  private final LeadsInHand leads;
  private final QueueEntries queue;
  private final Campaigns campaigns;
  private final Numbers numbers;
  private final HeedWithdrawals withdrawals;

  StopCalls(
      CalledLeads called,
      RevokeClaims revokeClaims,
      LoseLead loseLead,
      LeadsInHand leads,
      QueueEntries queue,
      Campaigns campaigns,
      Numbers numbers,
      HeedWithdrawals withdrawals) {
    this.withdrawals = withdrawals;
    this.called = called;
    this.revokeClaims = revokeClaims;
    this.loseLead = loseLead;
    this.leads = leads;
    this.queue = queue;
    this.campaigns = campaigns;
    this.numbers = numbers;
  }

  /**
   * Live claims end; leads without another number are lost, and their promises with them, which
   * kept others on any of their numbers waiting.
   */
  void stop(Suppression entry, Instant now) {
    stop(called.concernedBy(entry), now);
  }

  private void stop(List<UUID> concerned, Instant now) {
    queue.lock(concerned);
    revokeClaims.of(called.claimedInVain(concerned), REASON, now);
    List<UUID> lost = called.withoutNumber(concerned);
    lost.forEach(lead -> loseLead.toDoNotCall(new LeadId(lead), now));
    leads.numbersChanged(others(concerned, lost), now);
    queue.refresh(concerned, now);
    lost.forEach(lead -> queue.refreshAround(lead, List.of(), now));
  }

  /** Leads that have no other entry against them can be called again. */
  void resume(Suppression entry, Instant now) {
    resume(called.concernedBy(entry), now);
  }

  private void resume(List<UUID> concerned, Instant now) {
    List<LeadId> callable = others(concerned, called.withoutNumber(concerned));
    leads.numbersChanged(callable, now);
    callable.forEach(lead -> leads.leaveDoNotCall(lead, now));
    queue.refresh(concerned, now);
  }

  private static List<LeadId> others(List<UUID> all, List<UUID> than) {
    return all.stream().filter(lead -> !than.contains(lead)).map(LeadId::new).toList();
  }

  /** A campaign goes by the entries of its client, not by those of the one it had. */
  @Override
  public void of(CampaignId campaign, Optional<ClientId> before, Instant now) {
    List<ClientId> clients =
        Stream.of(before, campaigns.get(campaign).client()).flatMap(Optional::stream).toList();
    List<UUID> concerned = called.concernedByClients(campaign, clients);
    numbers.lockOf(concerned);
    stop(concerned, now);
    resume(concerned, now);
    withdrawals.ofCampaign(campaign, now);
  }
}
