package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.Callback;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A call whose outcome is being carried out: what is known about it, and what it has caused so far.
 * The numbers of its lead are locked.
 */
final class Aftermath {

  private DialledLead lead;
  private final CallDetails details;
  private final Effects effects;
  private final Instant now;
  private Call call;
  private boolean superseded;
  private Optional<Callback> open = Optional.empty();

  /**
   * @param lead as it was before the call
   */
  Aftermath(Call call, DialledLead lead, CallDetails details, Effects effects, Instant now) {
    this.call = call;
    this.lead = lead;
    this.details = details;
    this.effects = effects;
    this.now = now;
  }

  /** A later call to the lead was logged already: what that one decided stands. */
  void isSuperseded() {
    superseded = true;
  }

  /** Whether it is. */
  boolean hasLaterCall() {
    return superseded;
  }

  /** Whether this call decides nothing about where its lead stands. */
  boolean leadStandsAsItIs() {
    return superseded || lead.status() == LeadStatus.DO_NOT_CALL;
  }

  Call call() {
    return call;
  }

  DialledLead lead() {
    return lead;
  }

  /** It turned out to be elsewhere; what it was before the call is the same. */
  void places(DialledLead elsewhere) {
    lead = elsewhere;
  }

  CallDetails details() {
    return details;
  }

  Effects effects() {
    return effects;
  }

  Instant now() {
    return now;
  }

  PhoneNumber number() {
    return call.dialled();
  }

  /** One if the call counts as an attempt, else none. */
  int counted() {
    return call.disposition().countsAsAttempt() ? 1 : 0;
  }

  /** One if the prospect hung up, else none. */
  int hungUp() {
    return call.disposition() == Disposition.HUNG_UP ? 1 : 0;
  }

  Outcome outcome() {
    return policy().after(call.disposition(), details, call.startedAt(), standing());
  }

  /** When a callback that reached nobody is tried again. */
  Instant anotherTry() {
    return policy().anotherTry(call.disposition(), call.startedAt());
  }

  /** Whether the lead has had all attempts its campaign allows. */
  boolean usesUpTheLead() {
    return policy().isUsedUp(standing());
  }

  private OutcomePolicy policy() {
    return lead.outcomes(number());
  }

  private OutcomePolicy.Standing standing() {
    return new OutcomePolicy.Standing(
        lead.status(), lead.attempts() + counted(), lead.hangUps() + hungUp());
  }

  /** The lead's open promise. */
  Optional<Callback> open() {
    return open;
  }

  /** Whether a promise stands for later: a call before its time leaves it alone. */
  boolean promisedForLater() {
    return open.filter(callback -> callback.window().dueAt().isAfter(now)).isPresent();
  }

  /** From here on this is the lead's open promise. */
  void promises(Optional<Callback> callback) {
    open = callback;
  }

  /** Notes what the call caused. */
  void caused(Call.Links links) {
    call = call.causing(links);
  }

  /** Notes something that happened. */
  void did(EffectCode code, String detail) {
    effects.add(code, detail);
  }
}
