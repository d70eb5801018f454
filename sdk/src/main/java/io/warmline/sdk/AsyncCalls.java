package io.warmline.sdk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls that are not waited for. A future that fails does so with the {@link WarmlineException}
 * that the call would have thrown, as the cause of a {@code CompletionException}.
 */
public final class AsyncCalls {
  private final WarmlineClient client;
  private final Executor executor;

  AsyncCalls(WarmlineClient client, Executor executor) {
    this.client = client;
    this.executor = executor;
  }

  /** Makes a call that gives something back. */
  public <T> CompletableFuture<T> call(Function<WarmlineClient, T> call) {
    return CompletableFuture.supplyAsync(() -> call.apply(client), executor);
  }

  /** Makes a call that gives nothing back. */
  public CompletableFuture<Void> run(Consumer<WarmlineClient> call) {
    return CompletableFuture.runAsync(() -> call.accept(client), executor);
  }
}
