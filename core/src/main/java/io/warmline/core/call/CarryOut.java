package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadBook.Change;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.QueueEntries.Standing;
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
  private final LeadBook leads;
  private final SaveLead saveLead;
  private final WriteConsequences write;
  private final OtherClaims otherClaims;
  private final TellNext tellNext;
  private final QueueEntries queue;

  CarryOut(
      Calls calls,
      LeadBook leads,
      SaveLead saveLead,
      WriteConsequences write,
      OtherClaims otherClaims,
      TellNext tellNext,
      QueueEntries queue) {
    this.calls = calls;
    this.leads = leads;
    this.saveLead = saveLead;
    this.write = write;
    this.otherClaims = otherClaims;
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
  record Task(
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
  LoggedCall of(Task task, String digest, Instant now) {
    Decision decision = decide(task, now);
    BeforeCall known = new BeforeCall.Notes().of(task.lead(), decision.lead(), now);
    calls.add(List.of(new Calls.Entry(task.call(), digest, known)));
    Writing writing = write(decision, task, now);
    Call concluded = task.call().causing(writing.links());
    BeforeCall before = writing.notes().of(task.lead(), decision.lead(), now);
    if (!concluded.equals(task.call()) || !before.equals(known)) {
      calls.link(concluded, before);
    }
    calls.announce(concluded, now);
    return task.around().isPresent() && !decision.entersAnotherLead()
        ? tellNext.after(concluded, decision.lead(), writing.effects(), task.around().get(), now)
        : tellNext.after(concluded, decision.lead(), writing.effects(), now);
  }

  /** Gives a call that is on record another outcome; what the wrong one did is taken back. */
  LoggedCall anew(Task task, Instant now) {
    Decision decision = decide(task, now);
    Writing writing = write(decision, task, now);
    Call concluded = task.call().causing(writing.links());
    calls.correct(concluded, writing.notes().of(task.lead(), decision.lead(), now), now);
    return tellNext.after(calls.get(concluded.id()), decision.lead(), writing.effects(), now);
  }

  /**
   * A call that is decided: nothing follows from it but for its own lead.
   *
   * @param digest of its report
   */
  record Decided(Task task, Decision decision, String digest) {}

  /** What follows from a call, if that concerns its own lead alone. */
  Optional<Decided> plain(Task task, String digest, Instant now) {
    Decision decision = decide(task, now);
    return decision.concernsItsLeadAlone()
        ? Optional.of(new Decided(task, decision, digest))
        : Optional.empty();
  }

  /**
   * Puts plain calls to different leads, which share no number, on record: as many round trips as
   * one call takes.
   *
   * @param around whose rows in the queue are locked
   */
  List<LoggedCall> all(List<Decided> plain, List<UUID> around, Instant now) {
    calls.add(plain.stream().map(one -> entry(one, now)).toList());
    leads.writeAll(plain.stream().map(CarryOut::change).toList(), Because.NONE, now);
    plain.forEach(one -> calls.announce(one.task().call(), now));
    Map<UUID, Standing> standings =
        queue.refreshLocked(
            plain.stream().map(one -> one.task().lead().id().value()).toList(), around, now);
    return plain.stream().map(one -> tell(one, standings, now)).toList();
  }

  private static Calls.Entry entry(Decided one, Instant now) {
    Task task = one.task();
    BeforeCall before = new BeforeCall.Notes().of(task.lead(), one.decision().lead(), now);
    return new Calls.Entry(task.call(), one.digest(), before);
  }

  private static Change change(Decided one) {
    return new Change(one.task().before().lead(), one.decision().lead());
  }

  private LoggedCall tell(Decided one, Map<UUID, Standing> standings, Instant now) {
    Task task = one.task();
    Writing told = new Writing(task.call(), task.details(), task.before(), task.effects(), now);
    write.of(one.decision(), told);
    Lead left = one.decision().lead();
    return tellNext.of(
        task.call(),
        left,
        Optional.ofNullable(standings.get(left.id().value())),
        told.effects(),
        now);
  }

  private static Decision decide(Task task, Instant now) {
    return CallRules.decide(task.before(), task.call(), task.details(), now);
  }

  private Writing write(Decision decision, Task task, Instant now) {
    Writing writing = new Writing(task.call(), task.details(), task.before(), task.effects(), now);
    write.remember(decision, writing);
    write.ofTasks(decision, writing);
    leads.write(task.before().lead(), decision.lead(), now);
    write.of(decision, writing);
    otherClaims.giveWay(writing);
    return writing;
  }

  /** What came of a call that is on record, to whoever reports it once more. */
  LoggedCall tellAgain(Call call, Instant now) {
    Effect again =
        new Effect(
            EffectCode.ALREADY_LOGGED, "The call is on record already: nothing was done twice.");
    return tellNext.of(call, leads.get(call.lead()), List.of(again), now);
  }
}
