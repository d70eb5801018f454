package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.Callback.Promise;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadStatuses;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes come true what follows from a call. Decisions are {@link OutcomePolicy}'s; here they are
 * carried out. The caller holds the locks of the lead's numbers and has the queue derived anew.
 */
@ApplicationScoped
class CallEffects {

  private final Callbacks callbacks;
  private final PromiseCallback promises;
  private final LeadStatuses statuses;
  private final LeadPhones phones;
  private final DialledLead.Reader leads;
  private final SaveLead saveLead;
  private final SuppressNumber suppress;
  private final Suppressions suppressions;
  private final Events events;

  CallEffects(
      Callbacks callbacks,
      PromiseCallback promises,
      LeadStatuses statuses,
      LeadPhones phones,
      DialledLead.Reader leads,
      SaveLead saveLead,
      SuppressNumber suppress,
      Suppressions suppressions,
      Events events) {
    this.callbacks = callbacks;
    this.promises = promises;
    this.statuses = statuses;
    this.phones = phones;
    this.leads = leads;
    this.saveLead = saveLead;
    this.suppress = suppress;
    this.suppressions = suppressions;
    this.events = events;
  }

  /**
   * @param superseded a later call to the lead was logged already: what that one decided stands
   * @return the call with what it caused
   */
  Call apply(
      Call call,
      DialledLead lead,
      CallDetails details,
      boolean superseded,
      List<Effect> effects,
      Instant now) {
    return new Application(call, lead, details, superseded, effects, now).carryOut();
  }

  /** Carrying out one call. */
  private final class Application {

    private final DialledLead lead;
    private final CallDetails details;
    private final boolean standsAsItIs;
    private final List<Effect> effects;
    private final Instant now;
    private final PhoneNumber number;
    private Call call;
    private @Nullable Callback open;

    Application(
        Call call,
        DialledLead lead,
        CallDetails details,
        boolean superseded,
        List<Effect> effects,
        Instant now) {
      this.call = call;
      this.lead = lead;
      this.details = details;
      this.standsAsItIs = superseded || lead.status() == LeadStatus.DO_NOT_CALL;
      this.effects = effects;
      this.now = now;
      this.number = java.util.Objects.requireNonNull(call.phone());
      this.open = callbacks.openOf(lead.id()).orElse(null);
    }

    private int counted() {
      return call.disposition().countsAsAttempt() ? 1 : 0;
    }

    private int hungUp() {
      return call.disposition() == Disposition.HUNG_UP ? 1 : 0;
    }

    private OutcomePolicy.Standing standing() {
      return new OutcomePolicy.Standing(
          lead.status(), lead.attempts() + counted(), lead.hangUps() + hungUp());
    }

    Call carryOut() {
      leads.count(
          lead.id(), counted(), hungUp(), call.disposition().humanReached(), call.startedAt(), now);
      Outcome outcome =
          lead.outcomes(number).after(call.disposition(), details, call.startedAt(), standing());
      if (call.disposition().keepsCallback() && open != null && !standsAsItIs) {
        keep(open);
      }
      carryOut(outcome);
      details.referral().ifPresent(this::refer);
      return call;
    }

    private void carryOut(Outcome outcome) {
      if (outcome instanceof Outcome.Refuse) {
        refuse();
      } else if (outcome instanceof Outcome.DropNumber drop) {
        dropNumber(drop.forEveryone());
      } else if (!standsAsItIs) {
        carryOutIfLatest(outcome);
      }
    }

    private void carryOutIfLatest(Outcome outcome) {
      if (outcome instanceof Outcome.CallBack) {
        callBack();
      } else if (outcome instanceof Outcome.TryAgain again) {
        tryAgain(again);
      } else if (outcome instanceof Outcome.Close close) {
        close(close.status());
      } else if (outcome instanceof Outcome.Nurture nurture) {
        leads.nextAttempt(lead.id(), nurture.revisitAt());
        become(LeadStatus.NURTURE);
      } else if (outcome instanceof Outcome.NeedsLanguage needs) {
        phones.needLanguage(lead.id(), lead.campaign(), needs.language(), now);
        become(open == null ? LeadStatus.CONTACTED : LeadStatus.CALLBACK_PENDING);
      }
    }

    private void keep(Callback callback) {
      Callback kept = callbacks.write(callback.keep(call.id(), now));
      events.record(
          EventType.CALLBACK_KEPT,
          kept.id().value(),
          now,
          "leadId",
          lead.id(),
          "callId",
          call.id());
      call = call.causing(call.links().keeping(kept.id()));
      effect(
          EffectCode.CALLBACK_KEPT,
          "The callback promised for " + kept.window().dueAt() + " is kept.");
      open = null;
    }

    private void callBack() {
      Promise promise =
          promises.resolve(
              details.callback().orElseThrow(), lead.policy(), "/callback", call.startedAt());
      if (open == null) {
        Callback made = promises.add(lead.id(), lead.campaign(), promise, call.id(), now);
        call = call.causing(call.links().promising(made.id()));
        effect(
            EffectCode.CALLBACK_CREATED,
            "A callback is promised for " + made.window().dueAt() + ".");
      } else {
        Callback moved = move(open.defer(promise, now));
        call = call.causing(call.links().promising(moved.id()));
      }
      become(LeadStatus.CALLBACK_PENDING);
    }

    private Callback move(Callback moved) {
      Callback written = callbacks.write(moved);
      events.record(
          EventType.CALLBACK_RESCHEDULED,
          written.id().value(),
          now,
          "leadId",
          lead.id(),
          "agentId",
          written.agent(),
          "dueAt",
          written.window().dueAt());
      effect(
          EffectCode.CALLBACK_RESCHEDULED,
          "The callback is moved to " + written.window().dueAt() + ".");
      return written;
    }

    /** Whether a promise stands for later: a call before its time leaves it alone. */
    private boolean promisedForLater() {
      return open != null && open.window().dueAt().isAfter(now);
    }

    /** A promise that reached nobody stays a promise, and is tried again as the outcome says. */
    private void tryAgain(Outcome.TryAgain again) {
      if (promisedForLater()) {
        return;
      }
      if (open != null) {
        Instant at = lead.outcomes(number).anotherTry(call.disposition(), call.startedAt());
        Duration grace = Duration.ofMinutes(lead.policy().callbackGraceMinutes());
        move(
            open.moveTo(
                CallWindow.from(at, grace), CallbackResolution.RETRY, MoveReason.NOT_REACHED, now));
        return;
      }
      if (!lead.status().isClosed()) {
        leads.nextAttempt(lead.id(), again.at());
        become(again.status());
      }
    }

    private void close(LeadStatus status) {
      if (status == LeadStatus.EXHAUSTED && promisedForLater()) {
        return;
      }
      if (status == LeadStatus.EXHAUSTED) {
        effect(
            EffectCode.ATTEMPTS_EXHAUSTED, "The campaign allows no further attempt on this lead.");
      }
      cancelOpen(status == LeadStatus.EXHAUSTED ? "ATTEMPTS_EXHAUSTED" : call.disposition().name());
      leads.noNextAttempt(lead.id());
      become(status);
    }

    private void cancelOpen(String reason) {
      if (open != null) {
        promises.end(open, reason, now);
        effect(EffectCode.CALLBACK_CANCELLED, "The open callback is cancelled: " + reason + ".");
        open = null;
      }
    }

    private void dropNumber(boolean forEveryone) {
      String reason = call.disposition().name();
      if (forEveryone) {
        phones.markUncallable(number, reason);
      } else {
        phones.markUncallable(lead.id(), number, reason);
      }
      effect(
          EffectCode.NUMBER_UNCALLABLE,
          "The number dialled will not be called again: " + reason + ".");
      if (standsAsItIs) {
        return;
      }
      List<LeadPhone> others =
          lead.phones().stream()
              .filter(p -> p.uncallable().isEmpty() && !p.number().equals(number))
              .toList();
      if (others.stream().allMatch(this::isSuppressed)) {
        close(others.isEmpty() ? LeadStatus.DISQUALIFIED : LeadStatus.DO_NOT_CALL);
        return;
      }
      if (open == null && lead.outcomes(number).isUsedUp(standing())) {
        close(LeadStatus.EXHAUSTED);
        return;
      }
      effect(EffectCode.NEXT_NUMBER, "The lead's next number is tried.");
      leads.nextAttempt(lead.id(), now);
      if (lead.status() == LeadStatus.COLD) {
        become(LeadStatus.ATTEMPTING);
      }
    }

    private boolean isSuppressed(LeadPhone phone) {
      return !suppressions.against(phone.number(), Optional.of(lead.campaign())).isEmpty();
    }

    private void refuse() {
      SuppressionScope scope = details.suppressionScope().orElse(SuppressionScope.TENANT);
      Suppression entry =
          suppress
              .add(
                  new Suppression.Request(
                      number,
                      scope == SuppressionScope.CAMPAIGN
                          ? Optional.of(lead.campaign())
                          : Optional.empty(),
                      Optional.empty(),
                      Optional.of(call.id())))
              .entry();
      call = call.causing(call.links().suppressing(entry.id()));
      effect(EffectCode.SUPPRESSED, "The number will not be called again (" + scope + ").");
      callbacks
          .openOf(lead.id())
          .ifPresentOrElse(
              still -> {
                open = still;
                cancelOpen(call.disposition().name());
              },
              () -> {
                if (open != null) {
                  effect(
                      EffectCode.CALLBACK_CANCELLED,
                      "The open callback is cancelled: DO_NOT_CALL.");
                }
              });
      become(LeadStatus.DO_NOT_CALL);
    }

    private void refer(CallDetails.Referral referral) {
      PhoneNumber other = LogCall.parse(referral.phone(), lead.country(), "/referral/phone");
      LeadProfile profile =
          new LeadProfile(
              null,
              referral.firstName(),
              referral.lastName(),
              null,
              referral.jobTitle(),
              null,
              null,
              LeadProfile.Address.UNKNOWN,
              null,
              null,
              0,
              null,
              Map.of());
      Lead referred =
          saveLead.refer(
              lead.campaign(), new LeadFacts(Optional.empty(), profile, List.of(other)), lead.id());
      call = call.causing(call.links().referring(referred.id()));
      effect(EffectCode.LEAD_REFERRED, "The referral is the lead " + referred.id() + ".");
    }

    private void become(LeadStatus status) {
      if (statuses.change(lead.id(), status, now)) {
        boolean reported = effects.stream().anyMatch(e -> e.code() == EffectCode.STATUS_CHANGED);
        if (!reported) {
          effect(EffectCode.STATUS_CHANGED, lead.status() + " -> " + status);
        }
      }
    }

    private void effect(EffectCode code, String detail) {
      effects.add(new Effect(code, detail));
    }
  }

  /**
   * Takes back what can be taken back of a call whose outcome was logged wrongly: the counters, the
   * callback it made or kept, the numbers it found uncallable, the lead's status. A referral stays.
   */
  List<Effect> takeBack(Call call, Instant now) {
    List<Effect> effects = new ArrayList<>();
    Disposition wrong = call.disposition();
    int counted = wrong.countsAsAttempt() ? -1 : 0;
    int hungUp = wrong == Disposition.HUNG_UP ? -1 : 0;
    leads.count(call.lead(), counted, hungUp, false, call.startedAt(), now);
    if (call.links().callback() != null) {
      Callback made = callbacks.get(call.links().callback());
      if (made.status().isOpen() && call.id().equals(made.createdBy())) {
        promises.end(made, "CALL_CORRECTED", now);
        effects.add(
            new Effect(
                EffectCode.CALLBACK_CANCELLED,
                "The callback this call had promised is cancelled."));
      }
    }
    if (call.links().kept() != null && callbacks.openOf(call.lead()).isEmpty()) {
      callbacks.write(callbacks.get(call.links().kept()).reopen(now));
    }
    PhoneNumber number = call.phone();
    if (number != null && (wrong == Disposition.WRONG_NUMBER)) {
      phones.markUncallable(call.lead(), number, null);
    } else if (number != null && dropsForEveryone(wrong)) {
      phones.markCallable(number, wrong.name());
    }
    statuses.change(call.lead(), call.statusBefore(), now);
    return effects;
  }

  private static boolean dropsForEveryone(Disposition disposition) {
    return switch (disposition) {
      case FAX_OR_MODEM, DISCONNECTED, INVALID_NUMBER -> true;
      default -> false;
    };
  }
}
