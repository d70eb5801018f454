package io.warmline.core.task;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason to call a lead.
 *
 * @param reason the same in words, for the agent
 * @param subject what it is about: an appointment, a signal, a programme, a hand-off
 * @param notAgent who does not get it, while others are at work, until {@code latestAt}
 * @param dueAt from when on it is to be done
 * @param latestAt by when it should be done; null: no hurry
 * @param expiresAt when it is cancelled if it was not done; null: never
 * @param call which did it
 * @param endReason why it was cancelled
 */
public record Task(
    TaskId id,
    LeadId lead,
    CampaignId campaign,
    TaskKind kind,
    TaskStatus status,
    String reason,
    @Nullable UUID subject,
    @Nullable AgentId notAgent,
    Instant dueAt,
    @Nullable Instant latestAt,
    @Nullable Instant expiresAt,
    @Nullable CallId call,
    @Nullable String endReason,
    Instant createdAt) {

  /** What was ordered. */
  static Task ordered(Order order, Instant now) {
    return new Task(
        TaskId.next(),
        order.lead(),
        order.campaign(),
        order.kind(),
        order.dueAt().isAfter(now) ? TaskStatus.WAITING : TaskStatus.DUE,
        order.reason(),
        order.subject(),
        order.notAgent(),
        order.dueAt(),
        order.latestAt(),
        order.expiresAt(),
        null,
        null,
        now);
  }

  /**
   * What is to be done.
   *
   * @param reason in words, for the agent
   */
  public record Order(
      LeadId lead,
      CampaignId campaign,
      TaskKind kind,
      String reason,
      @Nullable UUID subject,
      @Nullable AgentId notAgent,
      Instant dueAt,
      @Nullable Instant latestAt,
      @Nullable Instant expiresAt) {

    /** The same, to be done by this time; null: no hurry. */
    public Order dueUntil(@Nullable Instant latest) {
      return new Order(lead, campaign, kind, reason, subject, notAgent, dueAt, latest, expiresAt);
    }

    /** A task that anyone may do, without a deadline. */
    public static Order of(
        LeadId lead,
        CampaignId campaign,
        TaskKind kind,
        String reason,
        @Nullable UUID subject,
        Instant dueAt) {
      return new Order(lead, campaign, kind, reason, subject, null, dueAt, null, null);
    }
  }
}
