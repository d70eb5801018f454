package io.warmline.core.signal;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.task.Task.Order;
import io.warmline.core.task.Task.Reservation;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead that has given a signal, and what its campaign makes of that. Pure.
 *
 * @param hot how long a hot signal is hot
 * @param caller who called the lead last and owed it a message then, if at work
 * @param opensAt start of the calling window that is open or comes next; empty if none comes
 */
record InterestedLead(
    LeadId id,
    CampaignId campaign,
    LeadStatus status,
    Duration hot,
    Optional<AgentId> caller,
    Optional<Instant> opensAt) {

  /** How long a hot lead is its caller's alone: ours. The prospect is looking at it now. */
  static final Duration FIRST_TO_CALLER = Duration.ofMinutes(1);

  /** What is older than that is no reason to call: "recent". Ours; the source gives none. */
  static final Duration RECENT = Duration.ofDays(7);

  /** Why the lead is not called for a signal of that time; empty if it is. */
  Optional<SignalReason> refusal(Instant occurredAt, Instant now) {
    return switch (status) {
      case DISQUALIFIED, DO_NOT_CALL -> Optional.of(SignalReason.LEAD_CLOSED);
      case APPOINTMENT_SET, HANDED_OFF -> Optional.of(SignalReason.IN_OTHER_HANDS);
      case COLD,
          ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          QUALIFIED,
          NURTURE,
          CUSTOMER,
          LAPSED,
          EXHAUSTED ->
          occurredAt.isBefore(now.minus(RECENT))
              ? Optional.of(SignalReason.TOO_OLD)
              : Optional.empty();
    };
  }

  /**
   * When a hot signal of that time has cooled: it is hot from then on, but while the prospect may
   * not be called it does not cool.
   */
  Instant heatEnds(Instant occurredAt) {
    return opensAt.filter(occurredAt::isBefore).orElse(occurredAt).plus(hot);
  }

  /** The task of a hot signal is for the agent whom the prospect knows, and then for anyone. */
  Order forCaller(Order order, Instant now) {
    return order.kind() == TaskKind.HOT_SIGNAL && caller.isPresent()
        ? order.reservedFor(new Reservation(caller.get(), now.plus(FIRST_TO_CALLER)))
        : order;
  }

  /** What the lead is called for: a hot signal that was reported late has cooled already. */
  TaskKind kindOf(SignalType type, Instant occurredAt, Instant now) {
    TaskKind kind = type.kind().orElseThrow();
    boolean cooled = kind == TaskKind.HOT_SIGNAL && !now.isBefore(heatEnds(occurredAt));
    return cooled ? TaskKind.VISIT : kind;
  }
}
