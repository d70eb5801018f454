package io.warmline.core.call;

import io.warmline.core.lead.LeadStatus;
import java.time.Instant;

/** What a call means for its lead: the closed set of what can follow. */
public sealed interface Outcome {

  /**
   * It is dialled again.
   *
   * @param status where the lead stands until then
   * @param at when we mean to dial again
   */
  record TryAgain(LeadStatus status, Instant at) implements Outcome {}

  /** The number does not work: the next one is tried, and without one the lead is disqualified. */
  record DropNumber(boolean forEveryone) implements Outcome {}

  /** The prospect asked for a call at another time. */
  record CallBack() implements Outcome {}

  /**
   * It comes back on a date.
   *
   * @param toClient whether the client gets it as a nurture lead until then
   */
  record Nurture(Instant revisitAt, boolean toClient) implements Outcome {}

  /**
   * It is interested, and is called again for what comes next.
   *
   * @param status how far it has come
   */
  record Warm(LeadStatus status, Instant at) implements Outcome {}

  /** It is offered to the client. */
  record HandOver() implements Outcome {}

  /** It waits for an agent who speaks the language. */
  record NeedsLanguage(String language) implements Outcome {}

  /** It is not called again. */
  record Close(LeadStatus status) implements Outcome {}

  /** It is not called again, nor is its number. */
  record Refuse() implements Outcome {}

  /** It is about a meeting. */
  sealed interface OfMeeting extends Outcome {}

  /** A meeting is set. */
  record Meet() implements OfMeeting {}

  /** The meeting is confirmed. */
  record ConfirmMeeting() implements OfMeeting {}

  /** The meeting gets another time. */
  record MoveMeeting() implements OfMeeting {}

  /** The meeting is off. */
  record CallOffMeeting() implements OfMeeting {}
}
