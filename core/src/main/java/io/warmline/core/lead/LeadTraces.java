package io.warmline.core.lead;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;

/** What a lead has left behind: the traces that all concepts keep of it. */
@ApplicationScoped
class LeadTraces {

  private final Instance<Trace> traces;

  LeadTraces(Instance<Trace> traces) {
    this.traces = traces;
  }

  /** Whether there are any that must be kept. */
  boolean mustBeKept(LeadId lead) {
    return traces.stream().anyMatch(trace -> trace.mustBeKept(lead));
  }

  /** Those that are open go with their lead. */
  void followTo(CampaignId campaign, LeadId lead, Instant now) {
    traces.forEach(trace -> trace.followTo(campaign, lead, now));
  }

  /** Removes whatever is personal from them, and ends what is open of them. */
  void forget(LeadId lead, Instant now) {
    traces.forEach(trace -> trace.forget(lead, now));
  }
}
