package io.warmline.core.script;

import io.warmline.core.appointment.Slot;
import io.warmline.core.campaign.Objective;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about a call that is about to be made.
 *
 * @param appointment the open one of the lead
 * @param task what the call is for
 */
record Background(
    Person person, House house, Past past, Optional<Booked> appointment, Optional<TaskKind> task) {

  /**
   * Who is called.
   *
   * @param zone where the number rings; of several, the campaign's if it is among them
   * @param places whose law is kept
   * @param fields what the user keeps about the lead under names of its own
   */
  record Person(
      ProspectName name,
      ZoneId zone,
      Hemisphere hemisphere,
      Set<Jurisdiction> places,
      @Nullable LocalDate contractEnd,
      Map<String, String> fields) {}

  /**
   * Who calls.
   *
   * @param agent null: not known yet
   * @param company the client, else the tenant
   * @param calendar when the client takes meetings; empty: not known
   */
  record House(
      @Nullable String agent,
      String company,
      Objective objective,
      Map<CallKind, String> scripts,
      CallingHours hours,
      Optional<MeetingCalendar> calendar) {}

  /**
   * What was before.
   *
   * @param firstTalk the first conversation with the prospect
   * @param said when to call, in the prospect's own words
   * @param promised whether an open callback is what those words are about
   * @param mailSentAt when a follow-up was last sent
   */
  record Past(
      Optional<Talk> firstTalk,
      Optional<Said> said,
      boolean promised,
      int deferrals,
      int attempts,
      @Nullable Visit visit,
      @Nullable Instant mailSentAt) {}

  /**
   * A conversation.
   *
   * @param objective null: not on record
   */
  record Talk(Instant at, @Nullable Objective objective) {}

  /** The prospect's words, and when they were said. Hidden in {@code toString}. */
  record Said(String words, Instant at) {

    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /** What the prospect looked at last. */
  enum Visit {
    /** The page that was made for the prospect. */
    MICROSITE,
    /** What the link in a message led to. */
    LINK
  }

  /** A meeting that was set. */
  record Booked(
      Instant startsAt,
      @Nullable String with,
      @Nullable String place,
      boolean online,
      @Nullable String need) {

    @Override
    public String toString() {
      return "Booked[…]";
    }
  }

  /**
   * When the client takes meetings.
   *
   * @param hours by the clock of {@code zone}
   * @param length of a meeting
   * @param taken the meetings it has
   */
  record MeetingCalendar(CallingHours hours, ZoneId zone, Duration length, List<Slot> taken) {}
}
