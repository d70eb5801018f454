package io.warmline.api.resource;

import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Status;
import biweekly.property.Trigger;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.CallbackAgenda.Entry;
import io.warmline.core.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Callbacks as an iCalendar object (RFC 5545), in UTC, with no more about a prospect than one has
 * to know in order to call.
 */
final class CallbackCalendar {

  /**
   * A window that is longer is no appointment: it is shown at its beginning, as short as a call.
   */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration CALL = Duration.ofMinutes(15);
  private static final Duration REFRESH = Duration.ofMinutes(15);

  private CallbackCalendar() {}

  static byte[] of(List<Entry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Warmline//Callbacks//EN");
    calendar.setName("Warmline callbacks");
    calendar.setRefreshInterval(
        biweekly.util.Duration.builder().minutes((int) REFRESH.toMinutes()).build());
    calendar.setExperimentalProperty("X-WR-CALNAME", "Warmline callbacks");
    calendar.setExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
    entries.stream().map(CallbackCalendar::event).forEach(calendar::addEvent);
    return ContentLines.of(calendar);
  }

  private static VEvent event(Entry entry) {
    CallWindow window = entry.window();
    VEvent event = new VEvent();
    event.setUid(entry.id() + "@warmline");
    event.setDateTimeStamp(Date.from(entry.updatedAt()));
    event.setCreated(Date.from(entry.createdAt()));
    event.setLastModified(Date.from(entry.updatedAt()));
    event.setSequence(entry.version());
    event.setDateStart(Date.from(window.dueAt()), true);
    event.setDateEnd(Date.from(endShown(window)), true);
    event.setStatus(entry.certain() ? Status.confirmed() : Status.tentative());
    event.setSummary(summary(entry));
    event.setDescription(description(entry));
    event.addAlarm(
        VAlarm.display(
            new Trigger(biweekly.util.Duration.builder().minutes(0).build(), Related.START),
            summary(entry)));
    return event;
  }

  private static Instant endShown(CallWindow window) {
    boolean longer = Duration.between(window.dueAt(), window.latestAt()).compareTo(LONGEST) > 0;
    return longer ? window.dueAt().plus(CALL) : window.latestAt();
  }

  private static String summary(Entry entry) {
    return entry.who().isEmpty() ? "Callback" : "Callback: " + entry.who();
  }

  private static String description(Entry entry) {
    String number =
        entry.phone().map(PhoneNumber::e164).map(e164 -> "Call " + e164 + ". ").orElse("");
    return number + "Promised until " + entry.window().latestAt() + ".";
  }
}
