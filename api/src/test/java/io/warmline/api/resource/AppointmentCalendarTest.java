package io.warmline.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.ValidationWarnings;
import biweekly.component.VEvent;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.Appointment.Cancellation;
import io.warmline.core.appointment.Appointment.Chain;
import io.warmline.core.appointment.Appointment.Setting;
import io.warmline.core.appointment.Appointment.Trail;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.Meeting;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.Slot;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ordinary calendar programs make of an appointment. */
class AppointmentCalendarTest {

  private static final Instant STARTS = Instant.parse("2026-11-25T19:00:00Z");
  private static final Instant SET = Instant.parse("2026-11-18T18:00:00Z");
  private static final AppointmentId ROOT = AppointmentId.next();
  private static final String LONG_NAME = "Bäcker & Söhne; Großhandel, München ".repeat(4);

  @Test
  void allOfAChainAreOneEventOfWhichTheGreaterSequenceCounts() {
    VEvent first = event(appointment(ROOT, 0, null));
    VEvent second = event(appointment(AppointmentId.next(), 1, null));

    assertThat(first.getUid().getValue())
        .isEqualTo(second.getUid().getValue())
        .isEqualTo(ROOT + "@warmline");
    assertThat(second.getSequence().getValue()).isGreaterThan(first.getSequence().getValue());
  }

  @Test
  void aMeetingIsAnEventInUtc() {
    String text = text(appointment(ROOT, 0, null));
    VEvent event = event(appointment(ROOT, 0, null));

    assertThat(text)
        .contains("METHOD:PUBLISH\r\n", "DTSTART:20261125T190000Z\r\n", "DTEND:20261125T193000Z");
    assertThat(event.getStatus().isConfirmed()).isTrue();
    assertThat(event.getLocation().getValue()).isEqualTo("Room 5");
    assertThat(event.getSummary().getValue()).contains(LONG_NAME.strip());
  }

  @Test
  void aCancelledMeetingLeavesTheCalendar() {
    Cancellation off = new Cancellation(SET, CancelledBy.PROSPECT, null, false, null, false);

    String text = text(appointment(ROOT, 1, off));

    assertThat(text).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n");
  }

  @Test
  void theFileIsAsTheStandardHasIt() {
    String text = text(appointment(ROOT, 0, null));
    ValidationWarnings warnings = Biweekly.parse(text).first().validate(ICalVersion.V2_0);

    assertThat(warnings.isEmpty()).as(warnings.toString()).isTrue();
    assertThat(text).contains("ORGANIZER", "DTSTAMP");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  private static VEvent event(Appointment appointment) {
    ICalendar calendar = Biweekly.parse(text(appointment)).first();
    return calendar.getEvents().get(0);
  }

  private static String text(Appointment appointment) {
    return new String(AppointmentCalendar.of(appointment), StandardCharsets.UTF_8);
  }

  private static Appointment appointment(
      AppointmentId id, int sequence, @Nullable Cancellation off) {
    MeetingArrangements arrangements =
        new MeetingArrangements(
            "Room 5", "https://meet.example/a", "Ms Venere", List.of(LONG_NAME), "A price", null);
    Slot slot = new Slot(STARTS, STARTS.plus(Duration.ofMinutes(30)));
    return new Appointment(
        id,
        0,
        LeadId.next(),
        CampaignId.next(),
        ClientId.next(),
        off == null ? AppointmentStatus.SET : AppointmentStatus.CANCELLED,
        new Chain(ROOT, null, null, sequence),
        new Meeting(slot, ZoneId.of("America/New_York"), false, arrangements),
        new Setting(SET, null, null, LeadStatus.COLD),
        new Trail(Confirmation.AT_ONCE, null, null, null, null, null, false, null),
        off,
        null,
        SET,
        SET);
  }
}
