package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.SaveLead;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Has decided what follows from a call, and writes it: the call, its lead, and all else. */
@ApplicationScoped
class CarryOut {

  private final Calls calls;
  private final LeadBook leads;
  private final SaveLead saveLead;
  private final WriteConsequences write;
  private final OtherClaims otherClaims;
  private final TellNext tellNext;

  CarryOut(
      Calls calls,
      LeadBook leads,
      SaveLead saveLead,
      WriteConsequences write,
      OtherClaims otherClaims,
      TellNext tellNext) {
    this.calls = calls;
    this.leads = leads;
    this.saveLead = saveLead;
    this.write = write;
    this.otherClaims = otherClaims;
    this.tellNext = tellNext;
  }

  /**
   * A call to be carried out.
   *
   * @param lead as it was before the call and before the place that was named in it
   * @param effects what has happened so far
   */
  record Task(Call call, CallDetails details, Situation before, Lead lead, List<Effect> effects) {}

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
    calls.add(task.call(), digest, known);
    Writing writing = write(decision, task, now);
    Call concluded = task.call().causing(writing.links());
    BeforeCall before = writing.notes().of(task.lead(), decision.lead(), now);
    if (!concluded.equals(task.call()) || !before.equals(known)) {
      calls.link(concluded, before);
    }
    calls.announce(concluded, now);
    return tellNext.after(concluded, decision.lead(), writing.effects(), now);
  }

  /** Gives a call that is on record another outcome; what the wrong one did is taken back. */
  LoggedCall anew(Task task, Instant now) {
    Decision decision = decide(task, now);
    Writing writing = write(decision, task, now);
    Call concluded = task.call().causing(writing.links());
    calls.correct(concluded, writing.notes().of(task.lead(), decision.lead(), now), now);
    return tellNext.after(calls.get(concluded.id()), decision.lead(), writing.effects(), now);
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
