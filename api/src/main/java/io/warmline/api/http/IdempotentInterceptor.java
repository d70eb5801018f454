package io.warmline.api.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Puts {@link Idempotency} around the operations of a resource. It runs after validation, which
 * needs no transaction.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 1000)
class IdempotentInterceptor {

  private final Idempotency idempotency;

  IdempotentInterceptor(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  @AroundInvoke
  Object once(InvocationContext operation) {
    return idempotency.once(() -> proceed(operation));
  }

  private static Object proceed(InvocationContext operation) {
    try {
      return operation.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
