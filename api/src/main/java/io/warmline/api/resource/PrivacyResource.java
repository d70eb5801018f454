package io.warmline.api.resource;

import io.warmline.api.contract.PrivacyApi;
import io.warmline.api.contract.model.PersonExportDto;
import io.warmline.api.contract.model.SuppressionDto;
import io.warmline.api.http.Idempotent;
import io.warmline.core.Cursor;
import io.warmline.core.Page;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.complaint.Complaints;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.handoff.Handoffs;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.quality.Reviews;
import io.warmline.core.suppression.Suppressions;
import io.warmline.core.timeline.ReadTimeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** All of it in one transaction. */
@Idempotent
@ApplicationScoped
public class PrivacyResource implements PrivacyApi {

  private static final int PAGE = 200;

  private final Leads leads;
  private final Calls calls;
  private final Callbacks callbacks;
  private final Appointments appointments;
  private final Handoffs handoffs;
  private final FollowUps followUps;
  private final Complaints complaints;
  private final Reviews reviews;
  private final ReadTimeline readTimeline;
  private final Suppressions suppressions;
  private final Clock clock;
  private final ShowLead showLead;

  PrivacyResource(
      Leads leads,
      Calls calls,
      Callbacks callbacks,
      Appointments appointments,
      Handoffs handoffs,
      FollowUps followUps,
      Complaints complaints,
      Reviews reviews,
      ReadTimeline readTimeline,
      Suppressions suppressions,
      Clock clock,
      ShowLead showLead) {
    this.leads = leads;
    this.calls = calls;
    this.callbacks = callbacks;
    this.appointments = appointments;
    this.handoffs = handoffs;
    this.followUps = followUps;
    this.complaints = complaints;
    this.reviews = reviews;
    this.readTimeline = readTimeline;
    this.suppressions = suppressions;
    this.clock = clock;
    this.showLead = showLead;
  }

  @Override
  public RestResponse<PersonExportDto> exportLead(UUID leadId) {
    Instant now = clock.instant();
    LeadId id = new LeadId(leadId);
    Lead lead = leads.get(id);
    List<Call> made = all(paging -> calls.list(callsOf(id), paging), Function.identity());
    return RestResponse.ok(
        new PersonExportDto()
            .exportedAt(Values.utc(now))
            .lead(showLead.show(lead))
            .calls(made.stream().map(CallMapper::call).toList())
            .recordings(made.stream().flatMap(CallMapper::recording).toList())
            .reviews(reviews.of(id).stream().map(ReviewMapper::review).toList())
            .callbacks(
                all(
                    paging -> callbacks.list(callbacksOf(id), paging, now),
                    CallbackMapper::callback))
            .appointments(
                all(
                    paging -> appointments.list(appointmentsOf(id), paging),
                    AppointmentMapper::appointment))
            .handoffs(all(paging -> handoffs.list(handoffsOf(id), paging), HandoffMapper::handoff))
            .followUps(
                all(paging -> followUps.list(followUpsOf(id), paging), SignalMapper::followUp))
            .complaints(
                all(paging -> complaints.list(complaintsOf(id), paging), ComplaintsResource::dto))
            .timeline(all(paging -> readTimeline.read(id, paging), TimelineMapper::entry))
            .suppressions(suppressionsOf(lead)));
  }

  private static Calls.Filter callsOf(LeadId id) {
    return new Calls.Filter(
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Callbacks.Filter callbacksOf(LeadId id) {
    return new Callbacks.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Appointments.Filter appointmentsOf(LeadId id) {
    return new Appointments.Filter(
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Handoffs.Filter handoffsOf(LeadId id) {
    return new Handoffs.Filter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id));
  }

  private static FollowUps.Filter followUpsOf(LeadId id) {
    return new FollowUps.Filter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id));
  }

  private static Complaints.Filter complaintsOf(LeadId id) {
    return new Complaints.Filter(Optional.empty(), Optional.of(id), Optional.empty());
  }

  private List<SuppressionDto> suppressionsOf(Lead lead) {
    List<SuppressionDto> entries = new ArrayList<>();
    for (PhoneNumber number : lead.numbers()) {
      entries.addAll(
          all(
              paging ->
                  suppressions.list(
                      Optional.of(number), Optional.empty(), Optional.empty(), paging),
              SuppressionMapper::suppression));
    }
    return entries;
  }

  /** Page after page, to the end. */
  private static <T, D> List<D> all(Function<Cursor.Paging, Page<T>> list, Function<T, D> mapper) {
    List<D> items = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      Page<T> page = list.apply(new Cursor.Paging(PAGE, next.orElse(null)));
      page.items().forEach(item -> items.add(mapper.apply(item)));
      next = page.next();
    } while (next.isPresent());
    return items;
  }
}
