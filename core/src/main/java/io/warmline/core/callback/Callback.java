package io.warmline.core.callback;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise to call again. It is a value: its verbs give the callback as it is afterwards, and
 * {@link Callbacks} writes that, if nobody wrote another meanwhile.
 *
 * @param agent whose promise it is; null: the team's
 * @param owedBy whose it was when its present time came, whoever got it afterwards; null: the
 *     team's
 * @param owedIn the campaign in which it was promised when its present time came, wherever its lead
 *     went afterwards
 * @param phone the number to call: the one given or said, else the one on which the prospect was
 *     reached; null: the lead's next. It is one of the lead's
 * @param words the prospect's own words
 * @param saidAt when they were said; null: there are none, or the time has become another than they
 *     name, so that they are on record and are not repeated to the prospect
 * @param overdueAt when its present window had passed; null: it has not
 * @param deferrals how often the prospect put it off again
 * @param deferredAgainAndAgain whether that is as often as the campaign takes quietly
 * @param history the times it had, oldest first, the latest {@value #LONGEST_HISTORY}
 */
public record Callback(
    CallbackId id,
    int version,
    LeadId lead,
    CampaignId campaign,
    CallbackStatus status,
    @Nullable AgentId agent,
    @Nullable AgentId owedBy,
    CampaignId owedIn,
    @Nullable PhoneNumber phone,
    AgreedTime time,
    @Nullable String words,
    @Nullable Instant saidAt,
    @Nullable String note,
    @Nullable Instant overdueAt,
    int deferrals,
    boolean deferredAgainAndAgain,
    @Nullable CallId createdBy,
    @Nullable CallId keptBy,
    @Nullable CalledOff calledOff,
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
    NOT_REACHED,
    /** The prospect lives by another clock than was thought. */
    ZONE_CHANGED,
    /** The date that it follows has changed. */
    CONTRACT_END_CHANGED
  }

  /**
   * One time it had before.
   *
   * @param until the end of the window it had; null in entries made before that was kept
   * @param overdueAt when that time had passed; null: it had not
   * @param owedBy whose promise it was when that time came; null: the team's
   * @param owedIn the campaign in which it was promised when that time came
   */
  public record Move(
      Instant from,
      @Nullable Instant until,
      Instant to,
      Instant at,
      MoveReason why,
      @Nullable Instant overdueAt,
      @Nullable AgentId owedBy,
      CampaignId owedIn) {}

  /**
   * What was promised.
   *
   * @param agent whose promise it is; empty: the team's
   * @param phone the number to call; empty: as before, or the lead's next
   * @param saidAt when the words were said; empty: there are none, or they name another time
   */
  public record Promise(
      AgreedTime time,
      Optional<AgentId> agent,
      Optional<PhoneNumber> phone,
      Optional<String> words,
      Optional<Instant> saidAt,
      Optional<String> note) {

    /** The same on this number, unless another was given or said. */
    public Promise on(PhoneNumber number) {
      return new Promise(time, agent, phone.or(() -> Optional.of(number)), words, saidAt, note);
    }
  }

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
        promise.agent().orElse(null),
        campaign,
        promise.phone().orElse(null),
        promise.time(),
        promise.words().orElse(null),
        promise.saidAt().orElse(null),
        promise.note().orElse(null),
        null,
        0,
        false,
        call,
        null,
        null,
        List.of(),
        now,
        now);
  }

  /** From its first to its last instant. */
  public CallWindow window() {
    return time.window();
  }

  /** How its time came about. */
  public CallbackResolution resolution() {
    return time.resolution();
  }

  /** What was understood of the prospect's wish. */
  public Reading reading() {
    return time.reading();
  }

  /** Another time. It is not overdue by that one, however late it was by the last. */
  public Callback moveTo(AgreedTime to, MoveReason why, Instant now) {
    requireOpen();
    List<Move> moves = new ArrayList<>(history);
    moves.add(
        new Move(
            window().dueAt(),
            window().latestAt(),
            to.window().dueAt(),
            now,
            why,
            overdueAt,
            owedBy,
            owedIn));
    List<Move> latest = moves.subList(Math.max(0, moves.size() - LONGEST_HISTORY), moves.size());
    After after = new After(this);
    after.status = CallbackStatus.SCHEDULED;
    after.time = to;
    after.owedBy = agent;
    after.owedIn = campaign;
    after.overdueAt = null;
    after.deferrals = why == MoveReason.DEFERRED ? deferrals + 1 : deferrals;
    after.history = latest;
    return after.at(now);
  }

  /** The same time, about which something else is known. */
  Callback readAs(Reading reading, Instant now) {
    requireOpen();
    After after = new After(this);
    after.time = new AgreedTime(window(), resolution(), reading);
    return after.at(now);
  }

  /** The prospect put it off again, in these words. */
  public Callback defer(Promise again, Instant now) {
    Callback moved = moveTo(again.time(), MoveReason.DEFERRED, now);
    return moved.agreedOn(again, now);
  }

  /** Something else was agreed on, which the prospect did not put off. */
  public Callback agreeAnew(Promise promise, Instant now) {
    return moveTo(promise.time(), MoveReason.RESCHEDULED, now).agreedOn(promise, now);
  }

  /** What the prospect said before, in whatever words, is not what holds now. */
  private Callback agreedOn(Promise promise, Instant now) {
    After after = new After(this);
    after.phone = promise.phone().orElse(phone);
    after.agent = promise.agent().orElse(agent);
    after.owedBy = after.agent;
    after.words = promise.words().orElse(words);
    after.saidAt = promise.saidAt().orElse(null);
    after.note = promise.note().orElse(note);
    return after.at(now);
  }

  /** Whether it is as a call left it that changed it at an instant: nobody has changed it since. */
  boolean isAsLeftBy(CallId call, Instant at) {
    return switch (status) {
      case KEPT -> call.equals(keptBy);
      case CANCELLED -> updatedAt.equals(at);
      case SCHEDULED, DUE, CLAIMED ->
          !history.isEmpty() && history.get(history.size() - 1).at().equals(at);
    };
  }

  /** Another owner, words or note. Whoever gets it after its time does not owe it. */
  public Callback noting(
      @Nullable AgentId owner, @Nullable String said, @Nullable String remark, Instant now) {
    requireOpen();
    After after = new After(this);
    after.agent = owner;
    after.owedBy = now.isBefore(window().dueAt()) ? owner : owedBy;
    if (!Objects.equals(said, words)) {
      after.words = said;
      after.saidAt = said == null ? null : now;
    }
    after.note = remark;
    return after.at(now);
  }

  /** The same, whose words name another time than it now has. */
  Callback unsaid(Instant now) {
    requireOpen();
    After after = new After(this);
    after.saidAt = null;
    return after.at(now);
  }

  /** On this number; null: the lead's next. */
  public Callback on(@Nullable PhoneNumber number, Instant now) {
    requireOpen();
    After after = new After(this);
    after.phone = number;
    return after.at(now);
  }

  /** The call reached the prospect. */
  public Callback keep(CallId call, Instant now) {
    requireOpen();
    return ended(CallbackStatus.KEPT, call, null, now);
  }

  /** The promise will not be kept. */
  public Callback cancel(CalledOff why, Instant now) {
    requireOpen();
    return ended(CallbackStatus.CANCELLED, null, why, now);
  }

  private Callback ended(
      CallbackStatus how, @Nullable CallId by, @Nullable CalledOff why, Instant now) {
    After after = new After(this);
    after.status = how;
    after.keptBy = by;
    after.calledOff = why;
    return after.at(now);
  }

  /** This callback in the making, as it is after a verb that changes it in some respects. */
  private static final class After {

    private final Callback before;
    private CallbackStatus status;
    private @Nullable AgentId agent;
    private @Nullable AgentId owedBy;
    private CampaignId owedIn;
    private @Nullable PhoneNumber phone;
    private AgreedTime time;
    private @Nullable String words;
    private @Nullable Instant saidAt;
    private @Nullable String note;
    private @Nullable Instant overdueAt;
    private int deferrals;
    private @Nullable CallId keptBy;
    private @Nullable CalledOff calledOff;
    private List<Move> history;

    After(Callback before) {
      this.before = before;
      this.status = before.status;
      this.agent = before.agent;
      this.owedBy = before.owedBy;
      this.owedIn = before.owedIn;
      this.phone = before.phone;
      this.time = before.time;
      this.words = before.words;
      this.saidAt = before.saidAt;
      this.note = before.note;
      this.overdueAt = before.overdueAt;
      this.deferrals = before.deferrals;
      this.keptBy = before.keptBy;
      this.calledOff = before.calledOff;
      this.history = before.history;
    }

    Callback at(Instant now) {
      return new Callback(
          before.id,
          before.version,
          before.lead,
          before.campaign,
          status,
          agent,
          owedBy,
          owedIn,
          phone,
          time,
          words,
          saidAt,
          note,
          overdueAt,
          deferrals,
          before.deferredAgainAndAgain,
          before.createdBy,
          keptBy,
          calledOff,
          history,
          before.createdAt,
          now);
    }
  }

  /** Why it got another time just now; empty if it did not. */
  Optional<MoveReason> movedAt(Instant now) {
    return history.isEmpty() || !history.get(history.size() - 1).at().equals(now)
        ? Optional.empty()
        : Optional.of(history.get(history.size() - 1).why());
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
    return "Callback[" + id + ", " + status + ", " + window() + "]";
  }
}
