package io.warmline.api.http;

import io.warmline.core.tenant.Turns;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Waits for a turn before work that reads much; see {@link LongWorkTurns}. */
@LongWork
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 900)
class LongWorkInterceptor {

  private final LongWorkTurns turns;

  LongWorkInterceptor(LongWorkTurns turns) {
    this.turns = turns;
  }

  @AroundInvoke
  Object inTurn(InvocationContext operation) throws Exception {
    Turns.Turn turn = turns.take();
    try {
      return operation.proceed();
    } finally {
      turn.close();
    }
  }
}
