package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.callback.Callback;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every promise of the month and what must have become of it by now. It learns only what was asked
 * of the product and what the product answered, never what its tables say.
 */
final class PromiseLedger {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<CallbackId, Promise> promises = new LinkedHashMap<>();
  private final TreeMap<Instant, List<Promise>> agenda = new TreeMap<>();
  private final Set<Promise> due = new LinkedHashSet<>();

  Collection<Promise> promises() {
    return promises.values();
  }

  int size() {
    return promises.size();
  }

  List<Promise> open() {
    return promises.values().stream().filter(Promise::isOpen).toList();
  }

  /** Open promises whose time has come. */
  Set<Promise> due() {
    return due;
  }

  /** It is this late now. */
  void pass(Instant now) {
    var come = agenda.headMap(now, true);
    come.forEach((at, those) -> those.stream().filter(p -> isDueAt(p, at)).forEach(due::add));
    come.clear();
  }

  private static boolean isDueAt(Promise promise, Instant at) {
    return promise.isOpen() && promise.due().equals(at);
  }

  /** Promises that fall due after one instant and before another. */
  List<Promise> fallingDue(Instant after, Instant before) {
    List<Promise> falling = new ArrayList<>();
    agenda
        .subMap(after, false, before, false)
        .forEach((at, those) -> those.stream().filter(p -> isDueAt(p, at)).forEach(falling::add));
    return falling;
  }

  Promise made(Callback callback, Prospect prospect) {
    Promise promise = new Promise(callback.id(), prospect, callback.window(), callback.agent());
    assertThat(promises.put(promise.id(), promise)).isNull();
    assertThat(prospect.promise()).as("the open promise of who is promised another").isNull();
    prospect.promised(promise);
    enter(promise);
    return promise;
  }

  void moved(Promise promise, Callback callback) {
    assertThat(callback.id()).isEqualTo(promise.id());
    due.remove(promise);
    promise.moveTo(callback.window(), callback.agent());
    enter(promise);
  }

  private void enter(Promise promise) {
    agenda.computeIfAbsent(promise.due(), at -> new ArrayList<>()).add(promise);
  }

  void cancelled(Promise promise, String reason) {
    promise.cancel(reason);
    due.remove(promise);
  }

  void kept(Promise promise, Callback callback) {
    promise.keep(Objects.requireNonNull(callback.keptBy()));
    due.remove(promise);
  }

  /** Nobody will be reached at the number any more: what was promised there is off. */
  void lost(Line line, String reason) {
    line.lose();
    for (Prospect prospect : line.prospects()) {
      Promise open = prospect.promise();
      if (open != null) {
        cancelled(open, reason);
      }
    }
  }

  /** An agent has left: what the agent had promised is the team's now. */
  void left(AgentId agent, Instant now) {
    for (Promise promise : promises.values()) {
      if (promise.isOpen() && agent.equals(promise.owner())) {
        promise.handToTeam(now);
      }
    }
  }

  /** Housekeeping has come by. */
  void roundMade(Instant now) {
    for (Promise promise : due) {
      promise.fallDue(now);
      promise.becomeOverdue(now);
      if (promise.owner() != null && graceIsOver(promise, now)) {
        promise.handToTeam(now);
      }
    }
  }

  /** Whether a round would have anything to do, as far as promises go. */
  boolean awaitsRound(Instant now) {
    return due.stream()
        .anyMatch(
            promise ->
                promise.awaitsNews(now) || (promise.owner() != null && graceIsOver(promise, now)));
  }

  /** The grace runs while the promise is due, the number rested, and the window open. */
  private static boolean graceIsOver(Promise promise, Instant now) {
    Instant since = now.minus(promise.prospect().drive().grace());
    if (promise.notBefore().isAfter(since) || !promise.isReadyAt(now)) {
      return false;
    }
    for (Instant t = since; t.isBefore(now); t = t.plus(MINUTE)) {
      if (!promise.prospect().mayBeCalledAt(t)) {
        return false;
      }
    }
    return true;
  }

  /** Promises that must be offered to this agent before anything else. */
  List<Promise> readyFor(SimulatedAgent agent, Instant now) {
    return due.stream().filter(p -> agent.mayTake(p) && p.isReadyAt(now)).toList();
  }

  @Override
  public String toString() {
    return "%d promises, %d open, %d of them due"
        .formatted(promises.size(), open().size(), due.size());
  }
}
