package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.Callback.Promise;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadStatuses;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes promises, moves and ends them. The lead's place in the queue follows in the same
 * transaction.
 */
@ApplicationScoped
public class PromiseCallback {

  private final TenantTransaction transaction;
  private final Callbacks callbacks;
  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadStatuses statuses;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  PromiseCallback(
      TenantTransaction transaction,
      Callbacks callbacks,
      Campaigns campaigns,
      Leads leads,
      LeadStatuses statuses,
      Numbers numbers,
      QueueEntries queue,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.callbacks = callbacks;
    this.campaigns = campaigns;
    this.leads = leads;
    this.statuses = statuses;
    this.numbers = numbers;
    this.queue = queue;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What somebody asks for, before it is a promise.
   *
   * @param dueAt empty: only words were given
   * @param latestAt empty: see {@link CallWindow#promised}
   */
  public record Wish(
      Optional<Instant> dueAt,
      Optional<Instant> latestAt,
      Optional<AgentId> agent,
      Optional<String> words,
      Optional<String> note) {}

  /**
   * The promise that a wish makes under a campaign's policy.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @param now when the wish was uttered: a call that is logged late may promise a time that has
   *     passed, and the promise stands
   * @throws InvalidValue if neither time nor words are given, or the time is in the past
   * @throws NotFound if there is no such agent
   */
  public Promise resolve(Wish wish, CampaignPolicy policy, String pointer, Instant now) {
    wish.agent().ifPresent(this::requireAgent);
    Duration grace = Duration.ofMinutes(policy.callbackGraceMinutes());
    if (wish.dueAt().isPresent()) {
      CallWindow window =
          CallWindow.promised(wish.dueAt().get(), wish.latestAt(), grace, pointer, now);
      return new Promise(window, CallbackResolution.GIVEN, wish.agent(), wish.words(), wish.note());
    }
    if (wish.words().isEmpty()) {
      throw InvalidValue.required(pointer + "/dueAt", "dueAt or words is required");
    }
    Instant due = now.plus(Duration.ofMinutes(policy.callbackDefaultDelayMinutes()));
    return new Promise(
        CallWindow.from(due, grace),
        CallbackResolution.DEFAULT_DELAY,
        wish.agent(),
        wish.words(),
        wish.note());
  }

  private void requireAgent(AgentId agent) {
    boolean exists =
        sql.query(
            "select exists (select from agent where tenant_id = :tenant and id = :id and deleted_at is null)",
            q -> q.bind("id", agent.value()).mapTo(Boolean.class).one());
    if (!exists) {
      throw new NotFound("agent", agent);
    }
  }

  /**
   * Promises to call a lead again.
   *
   * @throws WarmlineException CALLBACK_OPEN if a promise stands already; LEAD_NOT_CALLABLE if the
   *     lead is closed for good or has no number left
   */
  public Callback promise(LeadId id, Wish wish) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          numbers.lockOf(List.of(id.value()));
          Lead lead = leads.get(id);
          requireCallable(lead);
          requireNumber(id);
          callbacks
              .openOf(id)
              .ifPresent(
                  open -> {
                    throw new WarmlineException(
                        ProblemCode.CALLBACK_OPEN,
                        "The callback "
                            + open.id()
                            + " of this lead is open. Reschedule it instead.");
                  });
          Promise promise = resolve(wish, campaigns.get(lead.campaign()).policy(), "", now);
          Callback callback = add(id, lead.campaign(), promise, null, now);
          statuses.change(id, LeadStatus.CALLBACK_PENDING, now);
          queue.refresh(List.of(id.value()), now);
          return callback;
        });
  }

  private static void requireCallable(Lead lead) {
    LeadStatus status = lead.status();
    if (lead.erasedAt().isPresent()
        || status == LeadStatus.DO_NOT_CALL
        || status == LeadStatus.DISQUALIFIED) {
      throw new WarmlineException(
          ProblemCode.LEAD_NOT_CALLABLE,
          "The lead is " + status + ": no callback can be promised.");
    }
  }

  private void requireNumber(LeadId lead) {
    queue
        .standing(lead.value())
        .blockedBy()
        .filter(block -> block == BlockCode.DO_NOT_CALL || block == BlockCode.NO_CALLABLE_NUMBER)
        .ifPresent(
            block -> {
              throw new WarmlineException(
                  ProblemCode.LEAD_NOT_CALLABLE,
                  "The lead has no number to call (" + block + "): no callback can be promised.");
            });
  }

  /**
   * Writes a promise made in a call, or outside one. The caller changes the lead's status and
   * refreshes the queue.
   */
  public Callback add(
      LeadId lead, CampaignId campaign, Promise promise, @Nullable CallId call, Instant now) {
    Callback callback = Callback.promise(lead, campaign, promise, call, now);
    callbacks.add(callback);
    events.record(
        EventType.CALLBACK_SCHEDULED,
        callback.id().value(),
        now,
        "leadId",
        lead,
        "campaignId",
        campaign,
        "agentId",
        callback.agent(),
        "dueAt",
        callback.window().dueAt());
    return callback;
  }

  /**
   * How an open callback changes.
   *
   * @param dueAt empty: as it is
   * @param agent whose it is from now on; empty: the team's
   */
  public record Change(
      Optional<Instant> dueAt,
      Optional<Instant> latestAt,
      Optional<AgentId> agent,
      Optional<String> words,
      Optional<String> note) {}

  /**
   * Reschedules or reassigns a callback.
   *
   * @param version the version its author saw; empty where any will do
   * @throws WarmlineException CALLBACK_CLOSED, VERSION_MISMATCH
   */
  public Callback change(CallbackId id, Optional<Integer> version, Change change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          LeadId lead = callbacks.get(id).lead();
          numbers.lockOf(List.of(lead.value()));
          Callback callback = callbacks.get(id);
          Versions.require(callback.version(), version);
          Callback noted =
              callback.noting(
                  change.agent().orElse(null),
                  change.words().orElse(null),
                  change.note().orElse(null),
                  now);
          if (noted.agent() != null && !noted.agent().equals(callback.agent())) {
            requireAgent(noted.agent());
          }
          Callback written = callbacks.write(moved(noted, change, now));
          events.record(
              EventType.CALLBACK_RESCHEDULED,
              id.value(),
              now,
              "leadId",
              lead,
              "agentId",
              written.agent(),
              "dueAt",
              written.window().dueAt());
          queue.refresh(List.of(lead.value()), now);
          return written;
        });
  }

  private Callback moved(Callback callback, Change change, Instant now) {
    if (change.dueAt().isEmpty() && change.latestAt().isEmpty()) {
      return callback;
    }
    Duration grace =
        Duration.ofMinutes(campaigns.get(callback.campaign()).policy().callbackGraceMinutes());
    Instant due = change.dueAt().orElse(callback.window().dueAt());
    CallWindow window = CallWindow.promised(due, change.latestAt(), grace, "", now);
    return callback.moveTo(window, CallbackResolution.GIVEN, MoveReason.RESCHEDULED, now);
  }

  /**
   * Cancels a callback; the lead goes back to ordinary dialling.
   *
   * @throws WarmlineException CALLBACK_CLOSED
   */
  public Callback cancel(CallbackId id, String reason) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          LeadId lead = callbacks.get(id).lead();
          numbers.lockOf(List.of(lead.value()));
          Callback cancelled = end(callbacks.get(id), reason, now);
          statuses.leaveCallbackPending(lead, now);
          queue.refresh(List.of(lead.value()), now);
          return cancelled;
        });
  }

  /** Ends a promise with a reason. The caller changes the lead's status and refreshes the queue. */
  public Callback end(Callback callback, String reason, Instant now) {
    Callback cancelled = callbacks.write(callback.cancel(reason, now));
    UUID id = callback.id().value();
    events.record(
        EventType.CALLBACK_CANCELLED, id, now, "leadId", callback.lead(), "reason", reason);
    return cancelled;
  }
}
