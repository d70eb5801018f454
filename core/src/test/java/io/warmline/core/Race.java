package io.warmline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs work on several threads that start at once. */
public final class Race {

  private static final long LONGEST_SECONDS = 120;

  private Race() {}

  /**
   * Lets them all go at once and waits for all.
   *
   * @return their results, in their order
   * @throws AssertionError if one of them failed or did not end within two minutes
   */
  public static <T> List<T> of(List<? extends Callable<T>> runners) {
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      CyclicBarrier start = new CyclicBarrier(runners.size());
      List<Future<T>> running =
          runners.stream()
              .map(runner -> threads.submit(() -> startedTogether(start, runner)))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(LONGEST_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a runner failed: " + e.getCause(), e.getCause());
    } catch (Exception e) {
      throw new AssertionError("the race did not end", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T startedTogether(CyclicBarrier start, Callable<T> runner)
      throws Exception, BrokenBarrierException {
    start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    return runner.call();
  }
}
