package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.call.LoggedCall;
import io.warmline.core.callback.Callback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.queue.Claim;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls must do to promises, by the trade's table of dispositions. */
final class CallBook {

  private final PromiseLedger ledger;

  CallBook(PromiseLedger ledger) {
    this.ledger = ledger;
  }

  /** A call was logged under a claim. */
  void logged(Claim claim, Prospect prospect, LoggedCall logged, Instant now) {
    Disposition disposition = logged.call().disposition();
    boolean live = prospect.line().isHeldAt(now, claim);
    assertThat(logged.call().late()).as("late, at %s: %s", now, claim).isEqualTo(!live);
    boolean superseded =
        prospect.dialled(
            new Prospect.Dial(logged.call().startedAt(), claim.id()),
            disposition.countsAsAttempt());
    prospect.line().free(claim);
    if (disposition == Disposition.DO_NOT_CALL || disposition == Disposition.DISCONNECTED) {
      ledger.lost(prospect.line(), disposition.name());
    } else if (!prospect.line().isLost() && (live || !superseded)) {
      decided(disposition, prospect, logged.callback(), now);
    }
  }

  private void decided(
      Disposition disposition, Prospect prospect, Optional<Callback> answer, Instant now) {
    Promise open = prospect.promise();
    if (disposition == Disposition.CALLBACK_REQUESTED) {
      agreed(prospect, open, answer.orElseThrow());
    } else if (open != null && disposition.keepsCallback()) {
      ledger.kept(open, answer.orElseThrow());
    } else if (open != null && !open.due().isAfter(now)) {
      reachedNobody(prospect, open, answer);
    }
  }

  private void agreed(Prospect prospect, @Nullable Promise open, Callback answer) {
    if (open == null) {
      ledger.made(answer, prospect);
    } else {
      ledger.moved(open, answer);
    }
  }

  private void reachedNobody(Prospect prospect, Promise open, Optional<Callback> answer) {
    if (prospect.isUsedUp()) {
      ledger.cancelled(open, "ATTEMPTS_EXHAUSTED");
    } else {
      assertThat(answer.orElseThrow().agent()).as("%s", open).isEqualTo(open.owner());
      ledger.moved(open, answer.orElseThrow());
    }
  }
}
