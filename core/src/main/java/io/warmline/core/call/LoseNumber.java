package io.warmline.core.call;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.BeforeCall;
import io.warmline.core.disposition.Consequence;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.suppression.SuppressPerson;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * What it means for other leads that a number is not dialled any more. One that has no number left
 * on which it could be called back loses what it was promised: open, it would neither be offered
 * nor end.
 */
@ApplicationScoped
class LoseNumber {

  private final LeadBook leads;
  private final PromiseBook promises;
  private final Suppressions suppressions;
  private final SuppressPerson suppressPerson;

  LoseNumber(
      LeadBook leads,
      PromiseBook promises,
      Suppressions suppressions,
      SuppressPerson suppressPerson) {
    this.leads = leads;
    this.promises = promises;
    this.suppressions = suppressions;
    this.suppressPerson = suppressPerson;
  }

  /** The number does not work; of the call's own lead it is gone already. */
  void drop(Consequence.DropNumber drop, CallWriting writing) {
    writing.did(
        EffectCode.NUMBER_UNCALLABLE,
        "The number dialled will not be called again: " + drop.reason() + ".");
    LeadId shownBy = writing.call().lead();
    List<LeadId> others =
        drop.forEveryone()
            ? leads.dropForOthers(drop.number(), drop.reason(), shownBy, writing.now())
            : leads.dropForPerson(drop.number(), drop.reason(), shownBy, writing.now());
    writing.notes().dropped(others.stream().map(LeadId::value).toList());
    for (LeadId other : others) {
      promises.openOf(other).ifPresent(open -> loseUnreachable(open, drop.reason(), writing));
    }
  }

  private void loseUnreachable(Callback open, String reason, CallWriting writing) {
    Lead lead = leads.get(open.lead());
    if (isReachable(lead)) {
      return;
    }
    writing.before(BeforeCall.Book.PROMISES, open.id().value(), promises.image(open.id()));
    writing.notes().other(lead.id().value(), lead.status());
    promises.cancel(open, reason, writing.now());
    leads.write(
        lead, leads.leaving(LeadStatus.CALLBACK_PENDING, lead, writing.now()), writing.now());
  }

  private boolean isReachable(Lead lead) {
    CampaignId campaign = lead.campaign();
    return lead.phones().stream()
        .filter(phone -> phone.uncallable().isEmpty())
        .anyMatch(phone -> suppressions.against(phone.number(), Optional.of(campaign)).isEmpty());
  }

  /** The prospect wants no calls. */
  Suppression suppress(Consequence.RefuseNumber refused, CallWriting writing) {
    Suppression entry =
        suppressPerson.refuse(
            writing.call().lead(),
            refused.number(),
            writing.call().campaign(),
            refused.scope(),
            writing.call().id());
    writing.did(
        EffectCode.SUPPRESSED,
        "The person will not be called again on any number (" + entry.scope() + ").");
    return entry;
  }
}
