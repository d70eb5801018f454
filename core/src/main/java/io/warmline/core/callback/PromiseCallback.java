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
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes promises, moves and ends them. The lead's place in the queue follows in the same
 * transaction.
 */
@ApplicationScoped
public class PromiseCallback {

  /** What closes a lead because there is no number left on which it may be called. */
  private static final Set<BlockCode> NUMBERLESS =
      EnumSet.of(BlockCode.DO_NOT_CALL, BlockCode.ON_REGISTRY, BlockCode.NO_CALLABLE_NUMBER);

  private final TenantTransaction transaction;
  private final PromiseBook book;
  private final LeadsInHand leads;
  private final Campaigns campaigns;
  private final Clock clock;

  PromiseCallback(
      TenantTransaction transaction,
      PromiseBook book,
      LeadsInHand leads,
      Campaigns campaigns,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.leads = leads;
    this.campaigns = campaigns;
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
      Optional<String> note) {

    /**
     * The promise that this makes under a campaign's policy.
     *
     * @param pointer where the wish stands in the request, for refusals
     * @param now when the wish was uttered: a call that is logged late may promise a time that has
     *     passed, and the promise stands
     * @throws InvalidValue if neither time nor words are given, or the time is in the past
     */
    Promise under(CampaignPolicy policy, String pointer, Instant now) {
      Duration grace = Duration.ofMinutes(policy.callbackGraceMinutes());
      if (dueAt.isPresent()) {
        CallWindow window = CallWindow.promised(dueAt.get(), latestAt, grace, pointer, now);
        return new Promise(window, CallbackResolution.GIVEN, agent, words, note);
      }
      if (words.isEmpty()) {
        throw InvalidValue.required(pointer + "/dueAt", "dueAt or words is required");
      }
      Instant due = now.plus(Duration.ofMinutes(policy.callbackDefaultDelayMinutes()));
      CallWindow window = CallWindow.from(due, grace);
      return new Promise(window, CallbackResolution.DEFAULT_DELAY, agent, words, note);
    }
  }

  /**
   * Promises to call a lead again.
   *
   * @throws InvalidValue if neither time nor words are given, or the time is in the past
   * @throws NotFound if there is no such lead or agent
   * @throws WarmlineException CALLBACK_OPEN if a promise stands already; LEAD_NOT_CALLABLE if the
   *     lead is closed for good or has no number left
   */
  public Callback promise(LeadId id, Wish wish) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(id);
          requireCallable(lead);
          requireNumber(id);
          book.openOf(id).ifPresent(PromiseCallback::refuseAnother);
          CampaignPolicy policy = campaigns.get(lead.campaign()).policy();
          Callback callback =
              book.make(id, lead.campaign(), book.agree(wish, policy, "", now), null, now);
          leads.become(id, LeadStatus.CALLBACK_PENDING, now);
          leads.putBack(id, now);
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
    leads
        .standing(lead)
        .blockedBy()
        .filter(NUMBERLESS::contains)
        .ifPresent(
            block -> {
              throw new WarmlineException(
                  ProblemCode.LEAD_NOT_CALLABLE,
                  "The lead has no number to call (" + block + "): no callback can be promised.");
            });
  }

  private static void refuseAnother(Callback open) {
    throw new WarmlineException(
        ProblemCode.CALLBACK_OPEN,
        "The callback " + open.id() + " of this lead is open. Reschedule it instead.");
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
   * @throws NotFound if there is no such callback or agent
   * @throws WarmlineException CALLBACK_CLOSED, VERSION_MISMATCH
   */
  public Callback change(CallbackId id, Optional<Integer> version, Change change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Callback callback = take(id);
          Versions.require(callback.version(), version);
          Callback noted = book.note(callback, change, now);
          Callback written = book.reschedule(moved(noted, change, now), now);
          leads.putBack(callback.lead(), now);
          return written;
        });
  }

  private Callback take(CallbackId id) {
    leads.lock(book.get(id).lead());
    return book.get(id);
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
          Callback cancelled = book.cancel(take(id), reason, now);
          leads.leaveCallbackPending(cancelled.lead(), now);
          leads.putBack(cancelled.lead(), now);
          return cancelled;
        });
  }
}
