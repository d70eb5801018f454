package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a campaign's queue.
 *
 * @param ready leads that can be claimed now, by tier
 * @param blocked the others, by what blocks them
 * @param next the next leads in order
 * @param unknown leads that wait because no rule is known of a country, by country
 * @param nextCallableAt when the next lead becomes callable, if none is now and one will
 */
public record QueueReport(
    CampaignId campaign,
    Instant at,
    Map<Tier, Long> ready,
    Map<BlockCode, Long> blocked,
    List<QueuedLead> next,
    Map<Jurisdiction, Long> unknown,
    Optional<Instant> nextCallableAt) {

  /**
   * A lead near the head of the queue.
   *
   * @param owner for a personal callback: whose
   */
  public record QueuedLead(
      LeadId lead, PhoneNumber phone, QueuePlace place, Optional<AgentId> owner) {

    /** The same, of a list whose turn it is then. */
    QueuedLead because(ListTurn turn) {
      return new QueuedLead(lead, phone, place.because(turn), owner);
    }
  }
}
