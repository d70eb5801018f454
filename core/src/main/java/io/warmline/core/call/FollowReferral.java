package io.warmline.core.call;

import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes a lead of whom the prospect referred us to. */
@ApplicationScoped
class FollowReferral {

  private final SaveLead saveLead;

  FollowReferral(SaveLead saveLead) {
    this.saveLead = saveLead;
  }

  void to(CallDetails.Referral referral, CallWriting writing) {
    Call call = writing.call();
    PhoneNumber number = NewCalls.parse(referral.phone(), writing.country(), "/referral/phone");
    LeadFacts facts = new LeadFacts(Optional.empty(), profile(referral), List.of(number));
    SaveLead.Saved referred = saveLead.refer(call.campaign(), facts, call.lead());
    if (referred.created()) {
      writing.notes().entered(referred.lead().id().value());
    }
    writing.caused(writing.links().referring(referred.lead().id()));
    writing.did(
        EffectCode.LEAD_REFERRED,
        "The referral is the lead " + referred.lead().id() + "." + warning(referred));
  }

  private static String warning(SaveLead.Saved referred) {
    return referred
        .erasedAt()
        .map(
            at ->
                " A lead with this number was erased on "
                    + at.atZone(ZoneOffset.UTC).toLocalDate()
                    + ": it may be somebody who did not want to be kept.")
        .orElse("");
  }

  private static LeadProfile profile(CallDetails.Referral referral) {
    return LeadProfile.UNKNOWN.toBuilder()
        .firstName(referral.firstName())
        .lastName(referral.lastName())
        .jobTitle(referral.jobTitle())
        .build();
  }
}
