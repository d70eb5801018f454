package io.warmline.api.demo;

import io.warmline.core.Cursor;
import io.warmline.core.agent.CalendarLinks;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.bulk.BulkFilter;
import io.warmline.core.bulk.BulkKind;
import io.warmline.core.bulk.BulkOperations;
import io.warmline.core.bulk.BulkOrder;
import io.warmline.core.bulk.ManageBulk;
import io.warmline.core.bulk.RunBulk;
import io.warmline.core.callrecord.KeepRecording;
import io.warmline.core.callrecord.RecordingUrl;
import io.warmline.core.complaint.HandleComplaint;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.ReviewId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.imports.SavedMappings;
import io.warmline.core.key.ManageKeys;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.link.TrackedLink;
import io.warmline.core.link.TrackedLinks;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.presence.AttendWork;
import io.warmline.core.quality.Criterion;
import io.warmline.core.quality.ReviewCall;
import io.warmline.core.quality.Verdict;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import io.warmline.core.suppression.SuppressPerson;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the examples name and no call brings about. */
@ApplicationScoped
class Desk {

  /** Of the example of followTrackedLink. */
  private static final String LINK_TOKEN = "Zm9yLWV4YW1wbGUtb25seS0t";

  private static final TrackedLinkId LINK =
      new TrackedLinkId(UUID.fromString("0198f1a0-0011-7000-8000-000000000001"));

  /** The longest there is, so that there is time to try it. */
  private static final Duration LEASE = Duration.ofHours(1);

  /** The longest there is. */
  private static final Duration SILENCE = Duration.ofHours(4);

  private final ClaimNextLead claimNextLead;
  private final ChangeClaim changeClaim;
  private final SetAppointment setAppointment;
  private final SuppressPerson suppress;
  private final TrackedLinks links;
  private final CalendarLinks calendars;
  private final SavedMappings mappings;
  private final ApiKeys keys;
  private final ManageKeys manageKeys;
  private final AttendWork attendWork;
  private final HandleComplaint handleComplaint;
  private final KeepRecording keepRecording;
  private final ReviewCall reviewCall;
  private final ManageBulk manageBulk;
  private final RunBulk runBulk;
  private final BulkOperations bulkOperations;
  private final TenantTransaction transaction;
  private final Clock clock;

  Desk(
      ClaimNextLead claimNextLead,
      ChangeClaim changeClaim,
      SetAppointment setAppointment,
      SuppressPerson suppress,
      TrackedLinks links,
      CalendarLinks calendars,
      SavedMappings mappings,
      ApiKeys keys,
      ManageKeys manageKeys,
      AttendWork attendWork,
      HandleComplaint handleComplaint,
      KeepRecording keepRecording,
      ReviewCall reviewCall,
      ManageBulk manageBulk,
      RunBulk runBulk,
      BulkOperations bulkOperations,
      TenantTransaction transaction,
      Clock clock) {
    this.claimNextLead = claimNextLead;
    this.changeClaim = changeClaim;
    this.setAppointment = setAppointment;
    this.suppress = suppress;
    this.links = links;
    this.calendars = calendars;
    this.mappings = mappings;
    this.keys = keys;
    this.manageKeys = manageKeys;
    this.attendWork = attendWork;
    this.handleComplaint = handleComplaint;
    this.keepRecording = keepRecording;
    this.reviewCall = reviewCall;
    this.manageBulk = manageBulk;
    this.runBulk = runBulk;
    this.bulkOperations = bulkOperations;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A tag of former days is taken from those of a campaign with whom it is over; none has it. They
   * are few: it is a transaction for each.
   */
  BulkId tidyUp(CampaignId campaign) {
    BulkId tidied =
        manageBulk
            .begin(
                new BulkOrder(
                    BulkKind.UNTAG,
                    false,
                    new BulkFilter(
                        Optional.of(campaign),
                        Set.of(LeadStatus.DISQUALIFIED),
                        Tags.NONE,
                        Set.of(),
                        List.of()),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    new Tags(List.of("old list")),
                    Optional.empty()))
            .id();
    do {
      runBulk.tick();
    } while (isUnderWay(tidied));
    return tidied;
  }

  /** The housekeeping may have been quicker. */
  private boolean isUnderWay(BulkId id) {
    return transaction.call(() -> bulkOperations.get(id)).finishedAt().isEmpty();
  }

  /** A customer who wrote: one was settled, and one is to be seen to. */
  ComplaintId complaints(Firm firm, LeadId lead) {
    ComplaintId settled =
        handleComplaint.raise(lead, Optional.of(firm.dave()), "Nobody rang back.").id();
    handleComplaint.close(settled, Optional.of(firm.agent(1)), "Rang back, with an apology.");
    return handleComplaint.raise(lead, Optional.empty(), "The price list came twice.").id();
  }

  /** The call of the examples was recorded, and a colleague has listened to it. */
  ReviewId review(Firm firm, CallId call) {
    keepRecording.set(
        call, RecordingUrl.parse("https://recordings.example/0198f1a0.mp3", "/recordingUrl"));
    return reviewCall
        .add(
            call,
            new Verdict(
                Optional.of(firm.agent(1)),
                List.of(new Criterion("Opening", 80), new Criterion("One concrete time", 100)),
                Optional.of("Good opening. Wait for the answer after the time is offered.")))
        .id();
  }

  /** Two are at work, as long as anybody is without a word. */
  void signOn(Firm firm) {
    attendWork.signOn(firm.dave(), List.of(), SILENCE);
    attendWork.signOn(firm.agent(1), List.of(), SILENCE);
  }

  /** The first agent is about to dial whoever has waited longest. */
  Claim claim(Firm firm) {
    Outcome outcome = claimNextLead.claim(firm.dave(), Set.of(firm.meetings()), 1);
    Claim claim = ((Outcome.Claimed) outcome).claims().get(0);
    return changeClaim.extend(claim.id(), firm.dave(), Optional.of(LEASE));
  }

  /** The lead of the examples wrote that a meeting would be good. */
  AppointmentId meeting(Firm firm, LeadId lead, Instant startsAt) {
    MeetingWish wish =
        new MeetingWish(
            Optional.of(startsAt),
            Optional.of(30),
            new MeetingArrangements(
                "6649 N Blue Gum St, New Orleans",
                null,
                "Ms Venere",
                List.of("James Butt"),
                "A price for 40 seats",
                null),
            false);
    return setAppointment.set(lead, wish, Optional.of(firm.dave()), Optional.empty()).id();
  }

  /** Somebody who is on no list wants no calls. */
  SuppressionId suppression() {
    return suppress
        .add(
            new Suppression.Request(
                new PhoneNumber("+15035550191"),
                Optional.empty(),
                Optional.of("Asked by e-mail"),
                Optional.empty()))
        .entry()
        .id();
  }

  /** What a list of the fair looks like. */
  void mapping() {
    mappings.save("trade-fair", Map.of("Cell", "phone1"), Map.of(), Optional.empty());
  }

  /** A key for a program that reads; nobody knows its secret. */
  Optional<KeyId> key() {
    return keys.list(new Cursor.Paging(1, null)).items().stream()
        .findFirst()
        .map(
            first ->
                manageKeys
                    .create(
                        "Dashboard",
                        ApiKey.Grant.of(Set.of("reports:read")),
                        new ManageKeys.Maker(first.id(), first.grant().scopes()))
                    .key()
                    .id());
  }

  /** Links: one in a message to the lead, and the calendars of two agents. */
  void links(Firm firm, LeadId lead) {
    TargetUrl target = TargetUrl.parse("https://www.chemel.example/", "/url");
    links.add(new TrackedLink(LINK, lead, Optional.empty(), target, clock.instant()), LINK_TOKEN);
    calendars.create(firm.dave());
    calendars.create(firm.gone());
  }
}
