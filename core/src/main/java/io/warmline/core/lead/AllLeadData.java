package io.warmline.core.lead;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** What all concepts keep about a lead. */
@ApplicationScoped
class AllLeadData {

  private final Instance<LeadData> kept;

  AllLeadData(Instance<LeadData> kept) {
    this.kept = kept;
  }

  /** Whether there is something that must be kept. */
  boolean mustBeKept(LeadId lead) {
    return kept.stream().anyMatch(one -> one.mustBeKept(lead));
  }

  /** The leads that are one person's with this, and this. */
  Set<LeadId> ofThePersonOf(LeadId lead) {
    Set<LeadId> all = new LinkedHashSet<>();
    kept.forEach(one -> all.addAll(one.madeOneWith(lead)));
    all.add(lead);
    return all;
  }

  /** What is open goes with its lead. */
  void followTo(CampaignId campaign, LeadId lead, Instant now) {
    kept.forEach(one -> one.followTo(campaign, lead, now));
  }

  /** Removes whatever is personal, and ends what is open. */
  void forget(LeadId lead, Instant now) {
    kept.forEach(one -> one.forget(lead, now));
  }
}
