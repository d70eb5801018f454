package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes a lead of whom the prospect referred us to. */
@ApplicationScoped
class FollowReferral {

  private final SaveLead saveLead;

  FollowReferral(SaveLead saveLead) {
    this.saveLead = saveLead;
  }

  void to(CallDetails.Referral referral, Aftermath after) {
    DialledLead lead = after.lead();
    PhoneNumber number = LogCall.parse(referral.phone(), lead.country(), "/referral/phone");
    LeadFacts facts = new LeadFacts(Optional.empty(), profile(referral), List.of(number));
    Lead referred = saveLead.refer(lead.campaign(), facts, lead.id());
    after.caused(after.call().links().referring(referred.id()));
    after.did(EffectCode.LEAD_REFERRED, "The referral is the lead " + referred.id() + ".");
  }

  private static LeadProfile profile(CallDetails.Referral referral) {
    return LeadProfile.UNKNOWN.toBuilder()
        .firstName(referral.firstName())
        .lastName(referral.lastName())
        .jobTitle(referral.jobTitle())
        .build();
  }
}
