package io.warmline.core.disposition;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.callback.Callback;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that has to be known to decide what follows from a call: the state of affairs before it, read
 * once, under the locks of the lead's numbers and of the one dialled.
 *
 * @param superseded whether a later call to the lead was logged already: what that one decided
 *     stands
 * @param history how the lead and its numbers were dialled before
 * @param suppressed which of the lead's numbers, and of the one dialled, may not be called for its
 *     campaign
 * @param promise the open callback
 * @param agreed what the prospect asks for in this call, as a promise; empty: nothing
 * @param meeting the open appointment
 * @param hadMeeting whether the lead ever had an appointment
 * @param accepted whether the client has accepted the lead
 * @param tasks the open ones, the most urgent tier first
 */
public record Situation(
    Lead lead,
    CallingTerms terms,
    boolean superseded,
    DialHistory history,
    Set<PhoneNumber> suppressed,
    Optional<Callback> promise,
    Optional<Callback.Promise> agreed,
    Optional<Appointment> meeting,
    boolean hadMeeting,
    boolean accepted,
    List<Task> tasks) {

  /** Keeps copies. */
  public Situation {
    suppressed = Set.copyOf(suppressed);
    tasks = List.copyOf(tasks);
  }

  /** The same, where the prospect asks for a call. */
  public Situation agreeing(Optional<Callback.Promise> asked) {
    return new Situation(
        lead,
        terms,
        superseded,
        history,
        suppressed,
        promise,
        asked,
        meeting,
        hadMeeting,
        accepted,
        tasks);
  }

  /** When the lead was called before. */
  List<Instant> attemptsBefore() {
    return history.attempts();
  }

  /** What the campaign demands of an outcome, by what is known of the lead. */
  public CampaignDemands demands() {
    return new CampaignDemands(terms.deliverable(), lead.qualification().orElse(null));
  }

  /** Where the prospect is, as far as that number tells. */
  public ZoneId zoneOf(PhoneNumber number) {
    return lead.phones().stream()
        .filter(phone -> phone.number().equals(number))
        .findFirst()
        .map(phone -> lead.profile().homeOf(number, terms.zone()).get(0))
        .orElse(terms.zone());
  }

  /** Where the lead's numbers are that have no country code. */
  public String country() {
    String own = lead.profile().address().country();
    return own == null ? terms.country() : own;
  }

  /** The lead's numbers that work, without this one. */
  List<LeadPhone> othersThatWork(PhoneNumber number) {
    return lead.phones().stream()
        .filter(phone -> phone.uncallable().isEmpty() && !phone.number().equals(number))
        .toList();
  }
}
