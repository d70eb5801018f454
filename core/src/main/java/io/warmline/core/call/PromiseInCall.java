package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.AgreedTime;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.Callback.Promise;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** What becomes of the lead's open promise in a call. */
@ApplicationScoped
class PromiseInCall {

  private final PromiseBook book;

  PromiseInCall(PromiseBook book) {
    this.book = book;
  }

  /** The call got through to the prospect: a promise is kept, if there is one. */
  void keep(Aftermath after) {
    if (after.open().isEmpty()) {
      return;
    }
    Callback kept = book.keep(after.open().get(), after.call().id(), after.now());
    after.caused(after.call().links().keeping(kept.id()));
    after.did(
        EffectCode.CALLBACK_KEPT,
        "The callback promised for " + kept.window().dueAt() + " is kept.");
    after.promises(Optional.empty());
  }

  /** The prospect asked for another call: the open promise is put off, or one is made. */
  void agree(Aftermath after) {
    Call call = after.call();
    DialledLead lead = after.lead();
    Promise promise =
        book.agree(
            lead.id(),
            after.details().callback().orElseThrow(),
            lead.policy(),
            "/callback",
            call.startedAt());
    Callback agreed =
        after.open().isPresent()
            ? move(after.open().get().defer(promise, after.now()), after)
            : make(promise, after);
    after.caused(call.links().promising(agreed.id()));
  }

  private Callback make(Promise promise, Aftermath after) {
    DialledLead lead = after.lead();
    Callback made = book.make(lead.id(), lead.campaign(), promise, after.call().id(), after.now());
    after.did(
        EffectCode.CALLBACK_CREATED, "A callback is promised for " + made.window().dueAt() + ".");
    return made;
  }

  private Callback move(Callback moved, Aftermath after) {
    Callback written = book.reschedule(moved, after.now());
    after.did(
        EffectCode.CALLBACK_RESCHEDULED,
        "The callback is moved to " + written.window().dueAt() + ".");
    return written;
  }

  /** A promise that reached nobody stays a promise, and is tried again as the outcome says. */
  void tryAgain(Callback open, Aftermath after) {
    Duration grace = Duration.ofMinutes(after.lead().policy().callbackGraceMinutes());
    CallWindow window = CallWindow.from(after.anotherTry(), grace);
    AgreedTime again = AgreedTime.plain(window, CallbackResolution.RETRY);
    move(open.moveTo(again, MoveReason.NOT_REACHED, after.now()), after);
  }

  /** The promise cannot be kept: it is cancelled, if there is one. */
  void cancel(String reason, Aftermath after) {
    if (after.open().isEmpty()) {
      return;
    }
    book.cancel(after.open().get(), reason, after.now());
    tellCancelled(reason, after);
  }

  /** As {@link #cancel}, where a do-not-call entry may have cancelled it before. */
  void cancelIfStillOpen(String reason, Aftermath after) {
    Optional<Callback> still = book.openOf(after.lead().id());
    if (still.isPresent()) {
      after.promises(still);
      cancel(reason, after);
    } else if (after.open().isPresent()) {
      tellCancelled(reason, after);
    }
  }

  private static void tellCancelled(String reason, Aftermath after) {
    after.did(EffectCode.CALLBACK_CANCELLED, "The open callback is cancelled: " + reason + ".");
    after.promises(Optional.empty());
  }
}
