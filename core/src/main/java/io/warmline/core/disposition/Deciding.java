package io.warmline.core.disposition;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.callback.AgreedTime;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.disposition.Consequence.CancelPromise;
import io.warmline.core.disposition.Consequence.CancelTask;
import io.warmline.core.disposition.Consequence.DoTask;
import io.warmline.core.disposition.Consequence.EndOffers;
import io.warmline.core.disposition.Consequence.KeepPromise;
import io.warmline.core.disposition.Consequence.MakePromise;
import io.warmline.core.disposition.Consequence.MovePromise;
import io.warmline.core.disposition.Consequence.PutOffTask;
import io.warmline.core.disposition.Consequence.Tell;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadHistory;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Qualification;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: where the lead, its promise and its tasks stand by what was decided so
 * far. It lives as long as {@link CallRules#decide} takes.
 */
final class Deciding {

  /** So long before its time a promise is kept. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final Situation before;
  private final EndedCall call;
  private final Instant now;
  private final List<Consequence> consequences = new ArrayList<>();
  private final List<Task> openTasks;
  private Lead lead;
  private Optional<Callback> promise;
  private boolean promised;

  Deciding(Situation before, EndedCall call, Instant now) {
    this.before = before;
    this.call = call;
    this.now = now;
    this.lead = before.lead();
    this.promise = before.promise();
    this.openTasks = new ArrayList<>(before.tasks());
  }

  Instant now() {
    return now;
  }

  /** The lead as it stands by now. */
  Lead lead() {
    return lead;
  }

  /** The open promise that was there before the call; empty once it is kept or called off. */
  Optional<Callback> promise() {
    return promise;
  }

  void add(Consequence consequence) {
    consequences.add(consequence);
  }

  void tell(EffectCode code, String detail) {
    add(new Tell(code, detail));
  }

  Decision decision() {
    LeadStatus from = before.lead().status();
    if (lead.status() != from) {
      tell(EffectCode.STATUS_CHANGED, from + " -> " + lead.status());
    }
    return new Decision(lead, consequences);
  }

  // the lead

  void count(boolean hungUp) {
    Disposition disposition = call.disposition();
    if (call.isIncoming()) {
      lead = lead.heard(call.startedAt());
      return;
    }
    lead =
        lead.dialled(
            call.startedAt(),
            disposition.countsAsAttempt() ? 1 : 0,
            hungUp ? 1 : 0,
            disposition.humanReached());
  }

  /** What the latest call found out is what is known. */
  void learn(@Nullable Qualification found) {
    lead = lead.learn(found);
  }

  /** One of its numbers does not work. */
  void drop(PhoneNumber number, String reason) {
    lead = lead.dropped(number, reason);
  }

  /** Whether there is a number on which it could be called. */
  boolean isReachable() {
    return lead.phones().stream()
        .anyMatch(p -> p.uncallable().isEmpty() && !before.suppressed().contains(p.number()));
  }

  /**
   * @throws WarmlineException LEAD_NOT_CALLABLE
   */
  void requireReachable() {
    if (!isReachable()) {
      throw notCallable();
    }
    Optional.ofNullable(lead.profile().consent()).ifPresent(LeadConsent::requireNotWithdrawn);
  }

  static WarmlineException notCallable() {
    return new WarmlineException(
        ProblemCode.LEAD_NOT_CALLABLE,
        "The lead has no number that may be called: no callback can be promised. Remove the"
            + " do-not-call entry with evidence first, give the lead another number, or log the"
            + " call without a callback.");
  }

  void speak(String language) {
    lead = lead.speaks(language);
  }

  /** We mean to dial it again from this time on; null: not at all. */
  void dialFrom(@Nullable Instant at) {
    lead = lead.nextAttemptAt(at);
  }

  /** It has another status, to which programmes and offers give way as it demands. */
  void become(LeadStatus status) {
    if (status == LeadStatus.DO_NOT_CALL) {
      add(new EndOffers(ExpiryReason.DO_NOT_CALL));
    } else if (status == LeadStatus.DISQUALIFIED) {
      add(new EndOffers(ExpiryReason.DISQUALIFIED));
    }
    if (status != lead.status() && status.isSpokenFor()) {
      List.copyOf(openTasks).stream()
          .filter(task -> task.kind().isOfProgramme())
          .forEach(task -> cancel(task, status.name()));
    }
    lead = lead.becomes(status, now);
  }

  /** It is no longer of this status, and stands where its history says. */
  void leave(LeadStatus left, Optional<LeadStatus> beforeMeeting) {
    boolean met = left != LeadStatus.APPOINTMENT_SET && before.meeting().isPresent();
    lead = lead.leaves(left, new LeadHistory(met, isPromised(), beforeMeeting), now);
  }

  /** It is not called again. */
  void close(LeadStatus status, String reason) {
    cancelPromise(reason);
    cancelTasks(reason);
    dialFrom(null);
    become(status);
  }

  /** Whether a meeting of the lead is open that its callback hides. */
  boolean hidesMeeting() {
    return before.lead().status() == LeadStatus.CALLBACK_PENDING && before.meeting().isPresent();
  }

  /** A meeting is set: it is called for that alone. */
  void awaitMeeting() {
    dialFrom(null);
    become(LeadStatus.APPOINTMENT_SET);
  }

  /** Whether the lead goes another way, and nothing was decided about its meeting. */
  boolean passesBy(Appointment open) {
    boolean left =
        lead.status() != before.lead().status()
            && lead.status() != LeadStatus.APPOINTMENT_SET
            && lead.status() != LeadStatus.CALLBACK_PENDING;
    return left
        && consequences.stream()
            .noneMatch(c -> c instanceof Consequence.CancelMeeting off && off.open().equals(open));
  }

  // the promise

  /**
   * Whether a promise stands for later: a call before its time leaves it alone, however late it is
   * logged. A little before is in time.
   */
  boolean isPromisedForLater() {
    Instant inTime = call.startedAt().plus(EARLY);
    return promise
        .filter(open -> open.window().dueAt().isAfter(inTime.isAfter(now) ? now : inTime))
        .isPresent();
  }

  /** Whether a callback of the lead is open by what was decided so far. */
  boolean isPromised() {
    return promised || promise.isPresent();
  }

  /** The call got through to the prospect. */
  void keepPromise() {
    promise.ifPresent(open -> add(new KeepPromise(open)));
    promise = Optional.empty();
  }

  /** A call is agreed on: the open promise gets its time, or one is made. */
  void agree(Callback.Promise agreed, boolean prospectPutsItOff) {
    if (promise.isEmpty()) {
      add(new MakePromise(agreed));
    } else {
      Callback open = promise.get();
      Callback moved = prospectPutsItOff ? open.defer(agreed, now) : open.agreeAnew(agreed, now);
      add(new MovePromise(moved));
    }
    promised = true;
  }

  /** A promise that reached nobody stays a promise, and is tried again. */
  void retryPromise(Instant at) {
    Duration grace = Duration.ofMinutes(before.terms().policy().callbackGraceMinutes());
    AgreedTime again = AgreedTime.plain(CallWindow.from(at, grace), CallbackResolution.RETRY);
    add(new MovePromise(promise.orElseThrow().moveTo(again, MoveReason.NOT_REACHED, now)));
    promised = true;
  }

  /** The promise cannot be kept, if there is one. */
  void cancelPromise(String reason) {
    promise.ifPresent(open -> add(new CancelPromise(open, reason)));
    promise = Optional.empty();
  }

  // the tasks

  void done(Task task) {
    openTasks.remove(task);
    add(new DoTask(task));
  }

  /** It is tried again, unless its time is up by then. */
  void putOff(Task task, Instant dueAt) {
    if (task.expiresAt() != null && !dueAt.isBefore(task.expiresAt())) {
      cancel(task, "EXPIRED");
    } else {
      add(new PutOffTask(task, dueAt));
    }
  }

  /** None of them is to be done any more, not even one that was put off. */
  void cancelTasks(String reason) {
    List.copyOf(openTasks).forEach(task -> cancel(task, reason));
  }

  private void cancel(Task task, String reason) {
    openTasks.remove(task);
    consequences.removeIf(c -> c instanceof PutOffTask off && off.task().equals(task));
    add(new CancelTask(task, reason));
  }
}
