package io.warmline.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.ValidationWarnings;
import biweekly.component.VEvent;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.CallbackAgenda.Entry;
import io.warmline.core.id.CallbackId;
import io.warmline.core.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ordinary calendar programs make of the feed. */
class CallbackCalendarTest {

  private static final Instant DUE = Instant.parse("2026-12-18T15:15:00Z");
  private static final CallbackId ID = CallbackId.next();
  private static final String LONG_NAME = "Bäcker & Söhne; Großhandel, München ".repeat(4);

  @Test
  void everyCallbackIsAnEventInUtcThatKeepsItsUid() {
    VEvent first = parsed(entry(3, Duration.ofMinutes(15), true)).getEvents().get(0);
    VEvent later = parsed(entry(4, Duration.ofMinutes(30), true)).getEvents().get(0);

    assertThat(first.getUid().getValue())
        .isEqualTo(later.getUid().getValue())
        .isEqualTo(ID + "@warmline");
    assertThat(first.getSequence().getValue()).isEqualTo(3);
    assertThat(later.getSequence().getValue()).isEqualTo(4);
    assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(DUE);
    assertThat(first.getDateEnd().getValue().toInstant())
        .isEqualTo(DUE.plus(Duration.ofMinutes(15)));
    assertThat(first.getDateTimeStamp().getValue().toInstant()).isEqualTo(DUE.minusSeconds(60));
    assertThat(first.getStatus().isConfirmed()).isTrue();
    assertThat(first.getSummary().getValue()).contains(LONG_NAME);
    assertThat(first.getDescription().getValue()).contains("+15046218927");
    assertThat(text(entry(3, Duration.ofMinutes(15), true)))
        .contains("DTSTART:20261218T151500Z\r\n");
  }

  @Test
  void aTimeThatNeedsConfirmationIsTentativeAndALongWindowIsShownAtItsBeginning() {
    VEvent event = parsed(entry(0, Duration.ofDays(20), false)).getEvents().get(0);

    assertThat(event.getStatus().isTentative()).isTrue();
    assertThat(event.getDateEnd().getValue().toInstant())
        .isEqualTo(DUE.plus(Duration.ofMinutes(15)));
    assertThat(event.getDescription().getValue()).contains("2027-01-07T15:15:00Z");
  }

  @Test
  void theFeedIsAsTheStandardHasIt() {
    String text = text(entry(0, Duration.ofMinutes(15), true));
    ValidationWarnings warnings =
        parsed(entry(0, Duration.ofMinutes(15), true)).validate(biweekly.ICalVersion.V2_0);

    assertThat(warnings.isEmpty()).as(warnings.toString()).isTrue();
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void anEmptyAgendaIsACalendarAllTheSame() {
    byte[] feed = CallbackCalendar.of(List.of());

    assertThat(Biweekly.parse(new String(feed, StandardCharsets.UTF_8)).first().getEvents())
        .isEmpty();
  }

  private static ICalendar parsed(Entry entry) {
    return Biweekly.parse(text(entry)).first();
  }

  private static String text(Entry entry) {
    return new String(CallbackCalendar.of(List.of(entry)), StandardCharsets.UTF_8);
  }

  private static Entry entry(int version, Duration window, boolean certain) {
    return new Entry(
        ID,
        version,
        new CallWindow(DUE, DUE.plus(window)),
        LONG_NAME,
        Optional.of(new PhoneNumber("+15046218927")),
        certain,
        DUE.minusSeconds(120),
        DUE.minusSeconds(60));
  }
}
