package io.warmline.core.call;

import io.warmline.core.callback.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes come true what follows from a call. Decisions are {@link OutcomePolicy}'s; here they are
 * carried out. The caller holds the locks of the lead's numbers and has the queue derived anew.
 */
@ApplicationScoped
class CarryOut {

  private final DialledLeads leads;
  private final PromiseBook promises;
  private final NumberLost numberLost;
  private final NextSteps nextSteps;
  private final FollowReferral followReferral;
  private final TasksInCall tasks;
  private final FollowUpInCall followUp;
  private final Whereabouts whereabouts;

  CarryOut(
      DialledLeads leads,
      PromiseBook promises,
      NumberLost numberLost,
      NextSteps nextSteps,
      FollowReferral followReferral,
      TasksInCall tasks,
      FollowUpInCall followUp,
      Whereabouts whereabouts) {
    this.leads = leads;
    this.promises = promises;
    this.numberLost = numberLost;
    this.nextSteps = nextSteps;
    this.followReferral = followReferral;
    this.tasks = tasks;
    this.followUp = followUp;
    this.whereabouts = whereabouts;
  }

  /** Counts the call and carries out its outcome; the call of the aftermath has its links then. */
  void outcomeOf(Aftermath after) {
    placed(after);
    after.promises(promises.openOf(after.lead().id()));
    leads.count(after);
    learn(after);
    tasks.dialled(after);
    Outcome outcome = after.outcome();
    followUp.settle(outcome, after);
    if (outcome instanceof Outcome.Refuse) {
      numberLost.refuse(after);
    } else if (outcome instanceof Outcome.DropNumber drop) {
      numberLost.drop(drop, after);
    } else if (!after.leadStandsAsItIs()) {
      nextSteps.take(outcome, after);
    }
    after.details().referral().ifPresent(referral -> followReferral.to(referral, after));
  }

  /** Before anything is promised, so that it is promised by the clock of that place. */
  private void placed(Aftermath after) {
    if (!after.hasLaterCall()) {
      after.details().statedPlace().ifPresent(place -> whereabouts.are(place, after));
    }
  }

  /** What a later call found out stands. */
  private void learn(Aftermath after) {
    if (!after.leadStandsAsItIs()) {
      leads.learn(after.lead().id(), after.call().findings().qualification(), after.now());
    }
  }
}
