package io.warmline.core.signal;

import io.warmline.core.event.Events;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Has the queue follow signals of interest: their leads go up at once. All of a batch in a few
 * statements, under the locks of the numbers.
 */
@ApplicationScoped
class FollowInQueue {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static final Comparator<Arrival> URGENT_FIRST =
      Comparator.comparingInt(Arrival::tier)
          .thenComparing(Arrival::occurredAt)
          .thenComparing(signal -> signal.id().value());

  private final Signals signals;
  private final InterestedLeads prospects;
  private final TaskBook tasks;
  private final FollowUpBook followUps;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Events events;

  FollowInQueue(
      Signals signals,
      InterestedLeads prospects,
      TaskBook tasks,
      FollowUpBook followUps,
      Numbers numbers,
      QueueEntries queue,
      Events events) {
    this.signals = signals;
    this.prospects = prospects;
    this.tasks = tasks;
    this.followUps = followUps;
    this.numbers = numbers;
    this.queue = queue;
    this.events = events;
  }

  /** Follows signals of interest that are on record; what each of them did. */
  Map<SignalId, SignalEffect> of(List<Arrival> interest, Instant now) {
    List<UUID> leads =
        interest.stream().map(signal -> signal.lead().id().value()).distinct().toList();
    numbers.lockOf(leads);
    Set<SignalId> scanned = discount(interest, leads, now);
    List<Arrival> counted =
        interest.stream()
            .filter(signal -> !scanned.contains(signal.id()))
            .sorted(URGENT_FIRST)
            .toList();
    Plan plan = plan(counted, leads, now);
    tasks.openAll(plan.orders(), now);
    tasks.extend(plan.hotUntil());
    signals.conclude(plan.effects());
    followUps.clicked(firstClicks(counted));
    events.recordAll(counted.stream().map(s -> told(s, plan)).flatMap(List::stream).toList(), now);
    queue.refresh(leads, now);
    Map<SignalId, SignalEffect> effects = new HashMap<>(plan.effects());
    scanned.forEach(id -> effects.put(id, new SignalEffect.Touched(SignalReason.BURST)));
    return effects;
  }

  /** Bursts of clicks do not count, and what their first click had opened is taken back. */
  private Set<SignalId> discount(List<Arrival> interest, List<UUID> leads, Instant now) {
    Instant first = interest.stream().map(Arrival::occurredAt).min(Instant::compareTo).orElse(now);
    Set<SignalId> scanned = signals.discountBursts(leads, first.minus(A_SECOND));
    if (!scanned.isEmpty()) {
      Set<SignalId> inVain = new HashSet<>(scanned);
      inVain.removeAll(signals.stillBorneOut(scanned));
      tasks.openOf(leads).stream()
          .filter(task -> task.subject() != null && inVain.contains(new SignalId(task.subject())))
          .forEach(task -> tasks.cancel(task, SignalReason.BURST.name(), now));
    }
    return scanned;
  }

  private Plan plan(List<Arrival> counted, List<UUID> leads, Instant now) {
    List<Task> open = tasks.openOf(leads);
    Map<LeadId, InterestedLead> standing = prospects.of(leads, now);
    Plan plan = new Plan(open, now);
    for (Arrival signal : counted) {
      InterestedLead prospect = standing.get(signal.lead().id());
      if (prospect != null) {
        plan.take(signal, prospect);
      }
    }
    return plan;
  }

  private static Map<UUID, Instant> firstClicks(List<Arrival> counted) {
    return counted.stream()
        .filter(signal -> signal.type() == SignalType.LINK_CLICK)
        .collect(
            Collectors.toMap(
                signal -> signal.lead().id().value(),
                Arrival::occurredAt,
                (a, b) -> a.isBefore(b) ? a : b));
  }

  /** A repetition is no news. */
  private static List<SignalReceived> told(Arrival signal, Plan plan) {
    SignalEffect effect = plan.effects().get(signal.id());
    if (effect == null || effect instanceof SignalEffect.Collapsed) {
      return List.of();
    }
    return List.of(
        new SignalReceived(
            signal.id(),
            signal.lead().id(),
            signal.lead().campaign(),
            signal.type(),
            signal.occurredAt(),
            effect.calledFor().map(TaskKind::tier).orElse(null)));
  }
}
