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
 * @param reserved who alone gets it at first; null: nobody
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
    @Nullable Reservation reserved,
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
        order.reserved(),
        order.notAgent(),
        order.dueAt(),
        order.latestAt(),
        order.expiresAt(),
        null,
        null,
        now);
  }

  /**
   * That an agent alone gets it for a while.
   *
   * @param until from then on anyone gets it
   */
  public record Reservation(AgentId agent, Instant until) {}

  /**
   * What is to be done.
   *
   * @param reason in words, for the agent
   * @param reserved who alone gets it at first; null: nobody
   */
  public record Order(
      LeadId lead,
      CampaignId campaign,
      TaskKind kind,
      String reason,
      @Nullable UUID subject,
      @Nullable Reservation reserved,
      @Nullable AgentId notAgent,
      Instant dueAt,
      @Nullable Instant latestAt,
      @Nullable Instant expiresAt) {

    /** A task that is nobody's at first. */
    public Order(
        LeadId lead,
        CampaignId campaign,
        TaskKind kind,
        String reason,
        @Nullable UUID subject,
        @Nullable AgentId notAgent,
        Instant dueAt,
        @Nullable Instant latestAt,
        @Nullable Instant expiresAt) {
      this(lead, campaign, kind, reason, subject, null, notAgent, dueAt, latestAt, expiresAt);
    }

    /** The same, for this agent alone at first. */
    public Order reservedFor(Reservation first) {
      return new Order(
          lead, campaign, kind, reason, subject, first, notAgent, dueAt, latestAt, expiresAt);
    }

    /** The same, to be done by this time; null: no hurry. */
    public Order dueUntil(@Nullable Instant latest) {
      return new Order(
          lead, campaign, kind, reason, subject, reserved, notAgent, dueAt, latest, expiresAt);
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
