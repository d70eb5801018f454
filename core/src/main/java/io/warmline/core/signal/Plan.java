package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.id.TaskId;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What signals of interest do to the tasks of their leads, one after another: the first opens a
 * task, those after it collapse into that. Pure but for what it remembers.
 */
final class Plan {

  private static final Set<TaskKind> OF_SIGNALS =
      EnumSet.of(TaskKind.HOT_SIGNAL, TaskKind.INBOUND, TaskKind.VISIT);

  private final Map<LeadId, List<Slot>> slots = new HashMap<>();
  private final Map<SignalId, SignalEffect> effects = new LinkedHashMap<>();
  private final Instant now;

  /**
   * @param open the open tasks of the leads
   */
  Plan(Collection<Task> open, Instant now) {
    this.now = now;
    open.stream()
        .filter(task -> OF_SIGNALS.contains(task.kind()) && task.subject() != null)
        .forEach(task -> slotsOf(task.lead()).add(new Slot(task)));
  }

  /** A task that is open, or is going to be. */
  private static final class Slot {
    private final TaskKind kind;
    private final SignalId subject;
    private final @Nullable TaskId task;
    private final Task.@Nullable Order order;
    private @Nullable Instant latestAt;

    private Slot(Task task) {
      this.kind = task.kind();
      this.subject = new SignalId(Objects.requireNonNull(task.subject()));
      this.task = task.id();
      this.order = null;
    }

    private Slot(Task.Order order, SignalId subject) {
      this.kind = order.kind();
      this.subject = subject;
      this.task = null;
      this.order = order;
      this.latestAt = order.latestAt();
    }

    private void hotUntil(Instant end) {
      if (kind == TaskKind.HOT_SIGNAL && (latestAt == null || latestAt.isBefore(end))) {
        latestAt = end;
      }
    }
  }

  private List<Slot> slotsOf(LeadId lead) {
    return slots.computeIfAbsent(lead, any -> new ArrayList<>());
  }

  /** The next signal; the more urgent kinds come first, the earlier before the later. */
  void take(Arrival signal, InterestedLead prospect) {
    Optional<SignalReason> refusal = prospect.refusal(signal.occurredAt(), now);
    effects.put(
        signal.id(),
        refusal.isPresent() ? new SignalEffect.Touched(refusal.get()) : placed(signal, prospect));
  }

  private SignalEffect placed(Arrival signal, InterestedLead prospect) {
    TaskKind kind = prospect.kindOf(signal.type(), signal.occurredAt(), now);
    Instant heatEnds = prospect.heatEnds(signal.occurredAt());
    Optional<Slot> there =
        slotsOf(prospect.id()).stream().filter(slot -> slot.kind.tier() <= kind.tier()).findFirst();
    if (there.isEmpty()) {
      Task.Order order = order(signal, prospect, kind, heatEnds);
      slotsOf(prospect.id()).add(new Slot(prospect.forCaller(order, now), signal.id()));
      return new SignalEffect.Opened(kind);
    }
    if (kind == TaskKind.HOT_SIGNAL) {
      there.get().hotUntil(heatEnds);
    }
    return new SignalEffect.Collapsed(there.get().subject, there.get().kind);
  }

  private static Task.Order order(
      Arrival signal, InterestedLead prospect, TaskKind kind, Instant heatEnds) {
    return new Task.Order(
        prospect.id(),
        prospect.campaign(),
        kind,
        words(signal),
        signal.id().value(),
        null,
        signal.occurredAt(),
        kind == TaskKind.HOT_SIGNAL ? heatEnds : null,
        null);
  }

  /** Of an address no more than the host: the rest may name the prospect. */
  private static String words(Arrival signal) {
    return signal.type().words() + host(signal).map(host -> " (" + host + ").").orElse(".");
  }

  private static Optional<String> host(Arrival signal) {
    try {
      return Optional.ofNullable(signal.report().url()).map(URI::create).map(URI::getHost);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Map<SignalId, SignalEffect> effects() {
    return effects;
  }

  /** The tasks to open. */
  List<Task.Order> orders() {
    return slots.values().stream().flatMap(List::stream).flatMap(Plan::order).toList();
  }

  private static Stream<Task.Order> order(Slot slot) {
    Task.Order order = slot.order;
    return order == null ? Stream.empty() : Stream.of(order.dueUntil(slot.latestAt));
  }

  /** The open tasks that are hot for longer now. */
  Map<TaskId, Instant> hotUntil() {
    Map<TaskId, Instant> until = new LinkedHashMap<>();
    for (List<Slot> ofLead : slots.values()) {
      for (Slot slot : ofLead) {
        if (slot.task != null && slot.latestAt != null) {
          until.put(slot.task, slot.latestAt);
        }
      }
    }
    return until;
  }
}
