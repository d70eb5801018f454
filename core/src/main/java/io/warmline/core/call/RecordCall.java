package io.warmline.core.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts a call on record with all that follows from it. */
@ApplicationScoped
class RecordCall {

  private final Calls calls;
  private final CarryOut carryOut;
  private final AfterCall afterCall;

  RecordCall(Calls calls, CarryOut carryOut, AfterCall afterCall) {
    this.calls = calls;
    this.carryOut = carryOut;
    this.afterCall = afterCall;
  }

  /**
   * @param madeAt when the call was made, as far as that is known
   */
  LoggedCall with(Aftermath after, Instant madeAt) {
    Call call = after.call();
    if (call.late() && calls.hasOtherSince(call, madeAt)) {
      after.supersede();
    }
    calls.add(call);
    carryOut.outcomeOf(after);
    calls.conclude(after.call(), after.now());
    return afterCall.tell(after.call(), after.effects(), after.now());
  }
}
