package io.warmline.core.script;

import io.warmline.core.appointment.Slot;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.lead.LeadStatus;
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
 * @param task what the call is for; a programme's, also after a dial that reached nobody
 */
record Background(
    Person person, House house, Past past, Optional<Booked> appointment, Optional<TaskKind> task) {

  /**
   * Whether the prospect was talked to; a clock that was ahead when a call was logged is not
   * believed.
   */
  boolean talkedBy(Instant now) {
    return past.talks().filter(talks -> !talks.first().isAfter(now)).isPresent();
  }

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
   * @param campaign how the campaign goes about it
   * @param scripts the campaign's own
   * @param calendar when the client takes meetings; empty: not known
   */
  record House(
      @Nullable String agent,
      String company,
      Ways campaign,
      Map<CallKind, String> scripts,
      Optional<MeetingCalendar> calendar) {}

  /**
   * How a campaign goes about its calls.
   *
   * @param country in which it calls, ISO 3166-1 alpha-2: as there people speak its agents
   */
  record Ways(
      Deliverable deliverable,
      Objective objective,
      CallingHours hours,
      String country,
      Qualifying qualifying) {}

  /**
   * What was before.
   *
   * @param status where the lead stands
   * @param talks with the prospect
   * @param others who was reached besides
   * @param promise the callback that is to be kept, or was
   * @param sent what went from us to the prospect and back
   * @param last the meeting or the hand-off that came to an end last
   */
  record Past(
      LeadStatus status,
      Optional<Talks> talks,
      Others others,
      Promise promise,
      Touches sent,
      Ended last,
      int attempts) {}

  /**
   * Conversations with the prospect.
   *
   * @param objective of the first; null: not on record
   * @param outcome of the last
   * @param complained whether a complaint of the prospect is open
   */
  record Talks(
      Instant first,
      @Nullable Objective objective,
      Instant last,
      Disposition outcome,
      boolean complained) {}

  /**
   * Calls in which the prospect was not reached.
   *
   * @param office when somebody else was last talked to
   * @param message when a message was last left with somebody
   * @param voicemail when one was last left on a machine
   * @param referrer who sent us to the prospect; empty: nobody
   */
  record Others(
      @Nullable Instant office,
      @Nullable Instant message,
      @Nullable Instant voicemail,
      Optional<ProspectName> referrer) {

    static final Others NONE = new Others(null, null, null, Optional.empty());
  }

  /**
   * A promise to call.
   *
   * @param open whether it is still to be kept
   * @param said when to call, in the prospect's own words
   * @param deferrals how often the prospect put it off
   */
  record Promise(boolean open, Optional<Said> said, int deferrals) {

    static final Promise NONE = new Promise(false, Optional.empty(), 0);
  }

  /**
   * The prospect's words, and when they were said. Hidden in {@code toString}.
   *
   * @param understood those of the words that were understood as the time; empty: not known
   */
  record Said(String words, List<String> understood, Instant at) {

    /** Keeps a copy. */
    Said {
      understood = List.copyOf(understood);
    }

    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /**
   * What was between us and the prospect besides calls.
   *
   * @param visit what the prospect looked at; null: nothing lately
   * @param inquiry how the prospect came to us last; empty: not lately
   * @param mail the follow-up that was sent last
   */
  record Touches(@Nullable Visit visit, Optional<Inquiry> inquiry, Optional<Mail> mail) {

    static final Touches NONE = new Touches(null, Optional.empty(), Optional.empty());
  }

  /**
   * A follow-up that was sent.
   *
   * @param own whether by the agent who calls now
   */
  record Mail(Instant at, boolean own) {}

  /**
   * What came to an end.
   *
   * @param meeting the last meeting, if it is over
   * @param handoff why the client gave the lead back
   */
  record Ended(Optional<Over> meeting, Optional<ReturnReason> handoff) {

    static final Ended NOTHING = new Ended(Optional.empty(), Optional.empty());
  }

  /**
   * A meeting that is over, or is not going to be.
   *
   * @param with null: not on record
   * @param callback whether the promise to call is about it
   */
  record Over(End how, Instant startsAt, @Nullable String with, boolean callback) {}

  /** How a meeting ends. */
  enum End {
    HELD,
    NO_SHOW,
    CANCELLED_BY_PROSPECT,
    CANCELLED_BY_US
  }

  /** What the prospect looked at last. */
  enum Visit {
    /** The page that was made for the prospect. */
    MICROSITE,
    /** What the link in a message led to. */
    LINK
  }

  /** That the prospect came to us. */
  record Inquiry(Way way, Instant at) {

    /** By which way. */
    enum Way {
      FORM,
      REPLY,
      /** Another, such as a call. */
      OTHER
    }
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
