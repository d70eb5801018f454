package io.warmline.core.outcome;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.correction.Corrections;
import io.warmline.core.event.Events;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.handoff.HandoffStatus;
import io.warmline.core.handoff.Handoffs;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.lead.Lead;
import io.warmline.core.outcome.Outcome.Source;
import io.warmline.core.outcome.Outcome.Teller;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.time.Horizon;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what became of meetings and hand-offs, as often as something becomes of them. */
@ApplicationScoped
public class RecordOutcome {

  private final TenantTransaction transaction;
  private final Outcomes outcomes;
  private final Appointments appointments;
  private final Handoffs handoffs;
  private final LeadAfterOutcome leads;
  private final Agents agents;
  private final Corrections corrections;
  private final CurrentTenant current;
  private final Events events;
  private final Clock clock;

  RecordOutcome(
      TenantTransaction transaction,
      Outcomes outcomes,
      Appointments appointments,
      Handoffs handoffs,
      LeadAfterOutcome leads,
      Agents agents,
      Corrections corrections,
      CurrentTenant current,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.outcomes = outcomes;
    this.appointments = appointments;
    this.handoffs = handoffs;
    this.leads = leads;
    this.agents = agents;
    this.corrections = corrections;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Of a meeting that was held.
   *
   * @param at when it came about; empty: now
   * @throws NotFound if there is no such appointment, or no such agent
   * @throws InvalidValue if it comes about in the future or before the meeting, or is revisited in
   *     the past
   * @throws WarmlineException APPOINTMENT_NOT_HELD, LEAD_ERASED, LEAD_MERGED
   */
  public Outcome ofMeeting(AppointmentId id, Told told, Teller teller, Optional<Instant> at) {
    return transaction.call(
        () -> {
          leads.take(appointments.get(id).lead());
          return record(() -> ofHeld(appointments.get(id)), told, teller, at);
        });
  }

  /**
   * Of what an outcome comes.
   *
   * @param since when that began
   * @param code of the refusal where the outcome is older
   */
  private record Ground(Source source, Instant since, String code) {

    void requireNotBefore(Instant at, String within) {
      if (at.isBefore(since)) {
        throw new InvalidValue(
            within + "/at", code, "must not be before that of which it came, " + since);
      }
    }
  }

  private static Ground of(Appointment meeting, Source source) {
    return new Ground(source, meeting.meeting().slot().startsAt(), "BEFORE_THE_MEETING");
  }

  private static Ground of(Handoff handoff, Source source) {
    return new Ground(source, handoff.offeredAt(), "BEFORE_THE_HANDOFF");
  }

  private Ground groundOf(Source source) {
    return source.appointment() != null
        ? of(appointments.get(source.appointment()), source)
        : of(handoffs.get(Objects.requireNonNull(source.handoff())), source);
  }

  private static Ground ofHeld(Appointment meeting) {
    if (meeting.status() != AppointmentStatus.HELD) {
      throw new WarmlineException(
          ProblemCode.APPOINTMENT_NOT_HELD,
          "This appointment is "
              + meeting.status()
              + ". Something comes of a meeting that was held: record that first.");
    }
    return of(
        meeting,
        new Source(meeting.lead(), meeting.campaign(), meeting.client(), meeting.id(), null));
  }

  /**
   * Of a lead that the client accepted.
   *
   * @param at when it came about; empty: now
   * @throws NotFound if there is no such hand-off, or no such agent
   * @throws InvalidValue if it comes about in the future or before the hand-off was offered, or is
   *     revisited in the past
   * @throws WarmlineException HANDOFF_NOT_ACCEPTED, LEAD_ERASED, LEAD_MERGED
   */
  public Outcome ofHandoff(HandoffId id, Told told, Teller teller, Optional<Instant> at) {
    return transaction.call(
        () -> {
          leads.take(handoffs.get(id).lead());
          return record(() -> ofAccepted(handoffs.get(id)), told, teller, at);
        });
  }

  private static Ground ofAccepted(Handoff handoff) {
    if (handoff.status() != HandoffStatus.ACCEPTED) {
      throw new WarmlineException(
          ProblemCode.HANDOFF_NOT_ACCEPTED,
          "This hand-off is "
              + handoff.status()
              + ". Something comes of a lead that the client has accepted.");
    }
    return of(
        handoff,
        new Source(handoff.lead(), handoff.campaign(), handoff.client(), null, handoff.id()));
  }

  private void requireOwnVoice(Teller teller) {
    if (teller.by() == OutcomeTeller.FIRM && current.reach().toClient().isPresent()) {
      throw new InvalidValue("/by", "CLIENT_TELLS", "a client tells for itself: CLIENT");
    }
  }

  /** The caller holds the lead. */
  private Outcome record(Supplier<Ground> of, Told told, Teller teller, Optional<Instant> at) {
    requireOwnVoice(teller);
    Instant now = clock.instant();
    Ground ground = of.get();
    Source source = ground.source();
    Optional.ofNullable(teller.agent()).ifPresent(agents::requireKnown);
    Lead lead = leads.take(source.lead());
    lead.requireNotErased();
    requireSense(told, lead, at, "", now);
    at.ifPresent(when -> ground.requireNotBefore(when, ""));
    Outcome outcome =
        new Outcome(OutcomeId.next(), 0, source, told, teller, at.orElse(now), false, now, now);
    outcomes.add(outcome);
    events.record(OutcomeEvent.Recorded.of(outcome), now);
    outcomes
        .latestOf(source.lead())
        .filter(latest -> latest.id().equals(outcome.id()))
        .ifPresent(latest -> leads.follow(latest, now));
    return outcome;
  }

  /**
   * @param within where in the request it stands, for refusals
   */
  private void requireSense(
      Told told, Lead lead, Optional<Instant> at, String within, Instant now) {
    if (at.filter(now::isBefore).isPresent()) {
      throw new InvalidValue(within + "/at", "IN_THE_FUTURE", "must not be after now, " + now);
    }
    LocalDate today = leads.today(lead, now);
    if (told.revisitOn() != null && !told.revisitOn().isAfter(today)) {
      throw new InvalidValue(
          within + "/revisitOn", "REVISIT_IN_THE_PAST", "must be after today, " + today);
    }
    if (told.revisitOn() != null) {
      Horizon.require(told.revisitOn(), today, within + "/revisitOn");
    }
  }

  /**
   * It was told wrongly: this is right. The lead follows, and so do the figures.
   *
   * @param version the version its author saw; empty where any will do
   * @param right empty: nothing of the kind came about
   * @param at when it came about; empty: as was told
   * @throws NotFound if there is no such outcome, or no such agent
   * @throws InvalidValue if it comes about in the future or before that of which it came, or is
   *     revisited in the past
   * @throws WarmlineException LEAD_ERASED, LEAD_MERGED, VERSION_MISMATCH
   */
  public Outcome correct(
      OutcomeId id,
      Optional<Integer> version,
      Optional<Told> right,
      Optional<Instant> at,
      Corrections.Because why) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(outcomes.get(id).source().lead());
          lead.requireNotErased();
          Outcome before = outcomes.get(id);
          Versions.require(before.version(), version);
          right.ifPresent(told -> requireSense(told, lead, at, "/right", now));
          at.ifPresent(when -> groundOf(before.source()).requireNotBefore(when, "/right"));
          Outcome after =
              right
                  .map(told -> before.corrected(told, at.orElse(before.at()), now))
                  .orElseGet(() -> before.withdraw(now));
          Outcome written = outcomes.write(after);
          corrections.note(lead.id(), id, asTold(before), why, now);
          events.record(OutcomeEvent.Corrected.of(written), now);
          leads.followCorrected(before, now);
          return written;
        });
  }

  private static Map<String, String> asTold(Outcome before) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("outcome", before.told().kind().name());
    put(told, "value", before.told().value());
    put(told, "currency", before.told().currency());
    put(told, "reason", before.told().reason());
    put(told, "nextStep", before.told().nextStep());
    put(told, "revisitOn", before.told().revisitOn());
    return told;
  }

  private static void put(Map<String, String> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, value.toString());
    }
  }
}
