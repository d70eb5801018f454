package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.SaveLead;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes where a prospect said to be. */
@ApplicationScoped
class Whereabouts {

  private final SaveLead saveLead;
  private final DialledLeads leads;

  Whereabouts(SaveLead saveLead, DialledLeads leads) {
    this.saveLead = saveLead;
    this.leads = leads;
  }

  /** From here on the lead is called by the clock and the law of that place. */
  void are(StatedPlace place, Aftermath after) {
    saveLead.state(after.lead().id(), place);
    after.places(leads.read(after.lead().id()));
    after.did(EffectCode.LEAD_PLACED, "The lead is called by the clock of the place it named.");
  }
}
