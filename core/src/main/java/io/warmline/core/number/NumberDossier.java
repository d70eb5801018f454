package io.warmline.core.number;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a number within the tenant.
 *
 * @param country ISO 3166-1 alpha-2; empty if the number belongs to no country
 * @param extensions of all leads, each once, in their order
 * @param findings what holds of it by now
 * @param hours the hours in which it was dialled, those of working days first
 * @param leads who has it, the newest first, at most {@value #MOST_LEADS}
 * @param calls to it, the latest first, at most {@value #MOST_CALLS}
 * @param inUse whether an agent is calling it
 * @param callable whether a lead is to be dialled on it, calling hours aside
 */
public record NumberDossier(
    PhoneNumber number,
    Optional<String> country,
    NumberType type,
    List<String> extensions,
    List<Finding> findings,
    List<Hour> hours,
    List<Holder> leads,
    List<Dial> calls,
    boolean inUse,
    boolean callable) {

  static final int MOST_LEADS = 100;
  static final int MOST_CALLS = 20;

  /** What can be known of a number. */
  public enum Fact {
    /** Nobody is reached by it. */
    DEAD,
    /** It is not that of the person of this lead. */
    WRONG,
    /** A callback is open. */
    PROMISED,
    /** A meeting is set with the person of this lead. */
    MET,
    /** The person of this lead is with the client. */
    HANDED_OFF,
    /** The person of this lead is a customer. */
    BOUGHT,
    /** Whoever answered was not interested. */
    REFUSED,
    /** It is on the do-not-call list. */
    DO_NOT_CALL,
    /** It is on the list of a registry. */
    ON_REGISTRY,
    /** A person answered. */
    REACHED
  }

  /**
   * Something that holds of the number.
   *
   * @param since when that was found out
   * @param until when it ends of itself
   * @param client for whose campaigns alone it holds
   * @param campaign for which alone it holds
   * @param detail in words: an outcome, a scope, the name of a registry
   */
  public record Finding(
      Fact fact,
      Instant since,
      Optional<Instant> until,
      Optional<LeadId> lead,
      Optional<ClientId> client,
      Optional<CampaignId> campaign,
      String detail) {}

  /** Monday to Friday, or Saturday and Sunday. */
  public enum Days {
    WORKING_DAYS,
    WEEKENDS
  }

  /**
   * How often it was dialled in an hour of such days, by the clock of the prospect. A call that
   * came in is no dial.
   *
   * @param hour 0 to 23
   * @param answered how often a person answered
   */
  public record Hour(Days days, int hour, int dials, int answered) {}

  /**
   * A lead that has the number.
   *
   * @param position from 1, in the order of the lead's numbers
   * @param uncallable the outcome by which it is not dialled for this lead
   * @param next whether it is the one that the queue would dial
   * @param blockedBy what keeps the lead back
   */
  public record Holder(
      LeadId lead,
      CampaignId campaign,
      LeadStatus status,
      int position,
      Optional<String> extension,
      Optional<String> uncallable,
      boolean next,
      Optional<BlockCode> blockedBy) {}

  /** A call to the number. */
  public record Dial(
      CallId call,
      LeadId lead,
      CampaignId campaign,
      AgentId agent,
      Disposition disposition,
      Instant startedAt) {}

  /** Hides the number: it is personal data. */
  @Override
  public String toString() {
    return "NumberDossier[" + number + "]";
  }
}
