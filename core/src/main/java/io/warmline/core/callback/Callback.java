package io.warmline.core.callback;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise to call again. It is a value: its verbs give the callback as it is afterwards, and
 * {@link Callbacks} writes that, if nobody wrote another meanwhile.
 *
 * @param agent whose promise it is; null: the team's
 * @param words the prospect's own words
 * @param overdueAt when it became overdue; set once and kept
 * @param deferrals how often the prospect put it off again
 * @param history the times it had, oldest first, the latest {@value #LONGEST_HISTORY}
 */
public record Callback(
    CallbackId id,
    int version,
    LeadId lead,
    CampaignId campaign,
    CallbackStatus status,
    @Nullable AgentId agent,
    CallWindow window,
    CallbackResolution resolution,
    @Nullable String words,
    @Nullable String note,
    @Nullable Instant overdueAt,
    int deferrals,
    @Nullable CallId createdBy,
    @Nullable CallId keptBy,
    @Nullable String cancelReason,
    List<Move> history,
    Instant createdAt,
    Instant updatedAt) {

  static final int LONGEST_HISTORY = 100;

  /** Why a callback got another time. */
  public enum MoveReason {
    /** Somebody asked for it. */
    RESCHEDULED,
    /** The prospect put it off in a call. */
    DEFERRED,
    /** It was dialled and reached nobody. */
    NOT_REACHED
  }

  /** One time it had before. */
  public record Move(Instant from, Instant to, Instant at, MoveReason why) {}

  /**
   * What was promised.
   *
   * @param agent whose promise it is; empty: the team's
   */
  public record Promise(
      CallWindow window,
      CallbackResolution resolution,
      Optional<AgentId> agent,
      Optional<String> words,
      Optional<String> note) {}

  public Callback {
    history = List.copyOf(history);
  }

  static Callback promise(
      LeadId lead, CampaignId campaign, Promise promise, @Nullable CallId call, Instant now) {
    return new Callback(
        CallbackId.next(),
        0,
        lead,
        campaign,
        CallbackStatus.SCHEDULED,
        promise.agent().orElse(null),
        promise.window(),
        promise.resolution(),
        promise.words().orElse(null),
        promise.note().orElse(null),
        null,
        0,
        call,
        null,
        null,
        List.of(),
        now,
        now);
  }

  /** Another time, on request or because the call reached nobody. */
  public Callback moveTo(CallWindow to, CallbackResolution how, MoveReason why, Instant now) {
    requireOpen();
    List<Move> moves = new ArrayList<>(history);
    moves.add(new Move(window.dueAt(), to.dueAt(), now, why));
    List<Move> latest = moves.subList(Math.max(0, moves.size() - LONGEST_HISTORY), moves.size());
    int put = why == MoveReason.DEFERRED ? deferrals + 1 : deferrals;
    return new Callback(
        id,
        version,
        lead,
        campaign,
        CallbackStatus.SCHEDULED,
        agent,
        to,
        how,
        words,
        note,
        overdueAt,
        put,
        createdBy,
        keptBy,
        cancelReason,
        latest,
        createdAt,
        now);
  }

  /** The prospect put it off again, in these words. */
  public Callback defer(Promise again, Instant now) {
    Callback moved = moveTo(again.window(), again.resolution(), MoveReason.DEFERRED, now);
    return moved.noting(
        again.agent().orElse(agent), again.words().orElse(words), again.note().orElse(note), now);
  }

  /** Another owner, words or note. */
  public Callback noting(
      @Nullable AgentId owner, @Nullable String said, @Nullable String remark, Instant now) {
    requireOpen();
    return new Callback(
        id,
        version,
        lead,
        campaign,
        status,
        owner,
        window,
        resolution,
        said,
        remark,
        overdueAt,
        deferrals,
        createdBy,
        keptBy,
        cancelReason,
        history,
        createdAt,
        now);
  }

  /** The call reached the prospect. */
  public Callback keep(CallId call, Instant now) {
    requireOpen();
    return ended(CallbackStatus.KEPT, call, null, now);
  }

  /** The promise will not be kept. */
  public Callback cancel(String reason, Instant now) {
    requireOpen();
    return ended(CallbackStatus.CANCELLED, null, reason, now);
  }

  /** It was not kept after all: the call that seemed to keep it was logged wrongly. */
  public Callback reopen(Instant now) {
    return ended(CallbackStatus.DUE, null, null, now);
  }

  private Callback ended(
      CallbackStatus how, @Nullable CallId by, @Nullable String reason, Instant now) {
    return new Callback(
        id,
        version,
        lead,
        campaign,
        how,
        agent,
        window,
        resolution,
        words,
        note,
        overdueAt,
        deferrals,
        createdBy,
        by,
        reason,
        history,
        createdAt,
        now);
  }

  private void requireOpen() {
    if (!status.isOpen()) {
      throw new WarmlineException(
          ProblemCode.CALLBACK_CLOSED, "This callback is " + status + ". Create a new one.");
    }
  }

  /** Hides words and note: they are personal data. */
  @Override
  public String toString() {
    return "Callback[" + id + ", " + status + ", " + window + "]";
  }
}
