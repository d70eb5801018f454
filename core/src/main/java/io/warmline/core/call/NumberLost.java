package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Carries out the outcomes after which a number is not dialled any more. The number goes whatever
 * was decided about the lead since.
 */
@ApplicationScoped
class NumberLost {

  private final DialledLeads leads;
  private final LeadBook book;
  private final Suppressions suppressions;
  private final SuppressNumber suppress;
  private final PromiseInCall promise;
  private final LeadAfterCall lead;
  private final Unreachable unreachable;

  NumberLost(
      DialledLeads leads,
      LeadBook book,
      Suppressions suppressions,
      SuppressNumber suppress,
      PromiseInCall promise,
      LeadAfterCall lead,
      Unreachable unreachable) {
    this.leads = leads;
    this.book = book;
    this.suppressions = suppressions;
    this.suppress = suppress;
    this.promise = promise;
    this.lead = lead;
    this.unreachable = unreachable;
  }

  /** It does not work: the lead's next number is tried, and without one the lead is lost. */
  void drop(Outcome.DropNumber drop, Aftermath after) {
    String reason = after.call().disposition().name();
    leads.change(after.lead().id(), one -> one.dropped(after.number(), reason), after.now());
    if (drop.forEveryone()) {
      book.dropForOthers(after.number(), reason, after.lead().id(), after.now());
    }
    after.did(
        EffectCode.NUMBER_UNCALLABLE,
        "The number dialled will not be called again: " + reason + ".");
    if (!after.leadStandsAsItIs()) {
      tryNext(after);
    }
    unreachable.without(after.number(), reason, after.now());
  }

  private void tryNext(Aftermath after) {
    List<LeadPhone> others = after.lead().othersThatWork(after.number());
    if (others.stream().allMatch(phone -> isSuppressed(phone, after))) {
      lead.close(others.isEmpty() ? LeadStatus.DISQUALIFIED : LeadStatus.DO_NOT_CALL, after);
      return;
    }
    if (after.open().isEmpty() && after.usesUpTheLead()) {
      lead.close(LeadStatus.EXHAUSTED, after);
      return;
    }
    after.did(EffectCode.NEXT_NUMBER, "The lead's next number is tried.");
    lead.dialFrom(after.now(), after);
    if (after.lead().status() == LeadStatus.COLD) {
      lead.become(LeadStatus.ATTEMPTING, after);
    }
  }

  private boolean isSuppressed(LeadPhone phone, Aftermath after) {
    return !suppressions.against(phone.number(), Optional.of(after.lead().campaign())).isEmpty();
  }

  /** The prospect wants no calls: the number is suppressed and the lead is lost. */
  void refuse(Aftermath after) {
    SuppressionScope scope = after.details().suppressionScope().orElse(SuppressionScope.TENANT);
    Suppression entry =
        suppress.refuse(after.number(), after.lead().campaign(), scope, after.call().id());
    after.caused(after.call().links().suppressing(entry.id()));
    after.did(
        EffectCode.SUPPRESSED, "The number will not be called again (" + entry.scope() + ").");
    promise.cancelIfStillOpen(after.call().disposition().name(), after);
    lead.become(LeadStatus.DO_NOT_CALL, after);
  }
}
