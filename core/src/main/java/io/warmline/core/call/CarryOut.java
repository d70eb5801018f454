package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.callrecord.BeforeCall;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.CallBook;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallRules;
import io.warmline.core.disposition.Decision;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadBook.Change;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.QueueEntries.Outlook;
import io.warmline.core.suppression.RevokeClaims;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Has decided what follows from a call, and writes it: the call, its lead, and all else. */
@ApplicationScoped
class CarryOut {

  private final Calls calls;
  private final CallBook book;
  private final LeadBook leads;
  private final SaveLead saveLead;
  private final WriteConsequences write;
  private final Claims claims;
  private final RevokeClaims revokeClaims;
  private final TellNext tellNext;
  private final QueueEntries queue;

  CarryOut(
      Calls calls,
      CallBook book,
      LeadBook leads,
      SaveLead saveLead,
      WriteConsequences write,
      Claims claims,
      RevokeClaims revokeClaims,
      TellNext tellNext,
      QueueEntries queue) {
    this.calls = calls;
    this.book = book;
    this.leads = leads;
    this.saveLead = saveLead;
    this.write = write;
    this.claims = claims;
    this.revokeClaims = revokeClaims;
    this.tellNext = tellNext;
    this.queue = queue;
  }

  /**
   * A call to be carried out.
   *
   * @param lead as it was before the call and before the place that was named in it
   * @param effects what has happened so far
   * @param around the leads around it whose rows in the queue are locked; empty if none is
   */
  record CallAtHand(
      Call call,
      CallDetails details,
      Situation before,
      Lead lead,
      List<Effect> effects,
      Optional<List<UUID>> around) {}

  /** Notes where the prospect said to be: hours, law and promises follow. */
  Lead place(LeadId lead, StatedPlace place, List<Effect> effects) {
    saveLead.state(lead, place);
    effects.add(
        new Effect(
            EffectCode.LEAD_PLACED, "The lead is called by the clock of the place it named."));
    return leads.get(lead);
  }

  /**
   * Puts a new call on record with all that follows from it.
   *
   * @param digest of its report
   */
  LoggedCall of(CallAtHand atHand, String digest, Instant now) {
    Decision decision = decide(atHand, now);
    BeforeCall known = new BeforeCall.Notes().of(atHand.lead(), decision.lead(), now);
    book.add(List.of(new CallBook.Entry(atHand.call(), digest, known)));
    CallWriting writing = write(decision, atHand, now);
    Call concluded = atHand.call().causing(writing.links());
    BeforeCall before = writing.notes().of(atHand.lead(), decision.lead(), now);
    if (!concluded.equals(atHand.call()) || !before.equals(known)) {
      book.link(concluded, before);
    }
    book.announce(concluded, now);
    return atHand.around().isPresent() && !decision.entersAnotherLead()
        ? tellNext.after(concluded, decision.lead(), writing.effects(), atHand.around().get(), now)
        : tellNext.after(concluded, decision.lead(), writing.effects(), now);
  }

  /** Gives a call that is on record another outcome; what the wrong one did is taken back. */
  LoggedCall anew(CallAtHand atHand, Instant now) {
    Decision decision = decide(atHand, now);
    CallWriting writing = write(decision, atHand, now);
    Call concluded = atHand.call().causing(writing.links());
    book.correct(concluded, writing.notes().of(atHand.lead(), decision.lead(), now), now);
    return tellNext.after(calls.get(concluded.id()), decision.lead(), writing.effects(), now);
  }

  /**
   * A call that is decided: nothing follows from it but for its own lead.
   *
   * @param digest of its report
   */
  record DecidedCall(CallAtHand atHand, Decision decision, String digest) {}

  /** What follows from a call, if that concerns its own lead alone. */
  Optional<DecidedCall> plain(CallAtHand atHand, String digest, Instant now) {
    Decision decision = decide(atHand, now);
    return decision.concernsItsLeadAlone()
        ? Optional.of(new DecidedCall(atHand, decision, digest))
        : Optional.empty();
  }

  /**
   * Puts plain calls to different leads, which share no number, on record: as many round trips as
   * one call takes.
   *
   * @param around whose rows in the queue are locked
   */
  List<LoggedCall> all(List<DecidedCall> plain, List<UUID> around, Instant now) {
    book.add(plain.stream().map(one -> entry(one, now)).toList());
    leads.writeAll(plain.stream().map(CarryOut::change).toList(), Because.NONE, now);
    plain.forEach(one -> book.announce(one.atHand().call(), now));
    Map<UUID, Outlook> outlooks =
        queue.refreshLocked(
            plain.stream().map(one -> one.atHand().lead().id().value()).toList(), around, now);
    return plain.stream().map(one -> tell(one, outlooks, now)).toList();
  }

  private static CallBook.Entry entry(DecidedCall one, Instant now) {
    CallAtHand atHand = one.atHand();
    BeforeCall before = new BeforeCall.Notes().of(atHand.lead(), one.decision().lead(), now);
    return new CallBook.Entry(atHand.call(), one.digest(), before);
  }

  private static Change change(DecidedCall one) {
    return new Change(one.atHand().before().lead(), one.decision().lead());
  }

  private LoggedCall tell(DecidedCall one, Map<UUID, Outlook> outlooks, Instant now) {
    CallAtHand atHand = one.atHand();
    CallWriting told =
        new CallWriting(atHand.call(), atHand.details(), atHand.before(), atHand.effects(), now);
    write.of(one.decision(), told);
    Lead left = one.decision().lead();
    return tellNext.of(
        atHand.call(),
        left,
        Optional.ofNullable(outlooks.get(left.id().value())),
        told.effects(),
        now);
  }

  private static Decision decide(CallAtHand atHand, Instant now) {
    return CallRules.decide(atHand.before(), atHand.call().ended(), atHand.details(), now);
  }

  private CallWriting write(Decision decision, CallAtHand atHand, Instant now) {
    CallWriting writing =
        new CallWriting(atHand.call(), atHand.details(), atHand.before(), atHand.effects(), now);
    write.remember(decision, writing);
    write.ofTasks(decision, writing);
    leads.write(atHand.before().lead(), decision.lead(), now);
    write.of(decision, writing);
    revokeOtherClaim(writing);
    return writing;
  }

  /**
   * Takes the lead out of the hands of another agent, where a call that was logged late has
   * promised it to be called later: nobody is to ring it before.
   */
  private void revokeOtherClaim(CallWriting writing) {
    if (writing.links().callback() == null) {
      return;
    }
    Optional<ClaimId> live = claims.liveOn(writing.call().lead());
    live.ifPresent(claim -> revokeClaims.of(List.of(claim), "CALLBACK_PROMISED", writing.now()));
  }

  /** What came of a call that is on record, to whoever reports it once more. */
  LoggedCall tellAgain(Call call, Instant now) {
    Effect again =
        new Effect(
            EffectCode.ALREADY_LOGGED, "The call is on record already: nothing was done twice.");
    return tellNext.of(call, leads.get(call.lead()), List.of(again), now);
  }
}
