package io.warmline.core.task;

import io.warmline.core.event.Events;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.task.Task.Order;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The book of tasks, in which none changes without an event. Whoever writes in it holds the locks
 * of the lead's numbers and has its queue row derived anew.
 */
@ApplicationScoped
public class TaskBook {

  private static final String TABLE = "task";

  private final Tasks tasks;
  private final Events events;
  private final RowImages images;

  TaskBook(Tasks tasks, Events events, RowImages images) {
    this.images = images;
    this.tasks = tasks;
    this.events = events;
  }

  /** The open tasks of a lead, the most urgent tier first. */
  public List<Task> openOf(LeadId lead) {
    return tasks.openOf(lead);
  }

  /** The open task of this kind, if the lead has one. */
  public Optional<Task> openOf(LeadId lead, TaskKind kind) {
    return tasks.openOf(lead).stream().filter(task -> task.kind() == kind).findFirst();
  }

  /** Enters a task; empty if the lead has an open one of that tier, which stands. */
  public Optional<Task> open(Order order, Instant now) {
    return openAll(List.of(order), now).stream().findFirst();
  }

  /** As {@link #open} for each of these, in a few statements; those that were entered. */
  public List<Task> openAll(List<Order> orders, Instant now) {
    List<Task> opened =
        tasks.addAll(orders.stream().map(order -> Task.ordered(order, now)).toList());
    events.recordAll(opened.stream().map(TaskBook::opened).toList(), now);
    return opened;
  }

  private static TaskEvent opened(Task task) {
    return new TaskEvent.Opened(task.id(), task.lead(), task.campaign(), task.kind(), task.dueAt());
  }

  /** By when open tasks should be done is another time now, unless that was later already. */
  public void extend(Map<TaskId, Instant> latestAt) {
    tasks.extend(latestAt);
  }

  /** The open tasks of these leads, of each the most urgent tier first. */
  public List<Task> openOf(Collection<UUID> leads) {
    return tasks.openOf(leads);
  }

  /** A task as it stands in the book, for {@link #restore}. */
  public String image(Task task) {
    return images.of(TABLE, task.id().value()).orElseThrow();
  }

  /**
   * Makes a task again what it was before a call that was logged wrongly, unless the lead has
   * another open one of that tier by now.
   */
  public void restore(TaskId id, String image, Instant now) {
    Task current = tasks.find(id).orElseThrow();
    boolean another =
        tasks.openOf(current.lead()).stream()
            .anyMatch(open -> open.kind().tier() == current.kind().tier() && !open.id().equals(id));
    if (another) {
      return;
    }
    images.restore(TABLE, id.value(), image);
    events.recordAll(List.of(opened(tasks.find(id).orElseThrow())), now);
  }

  /** Enters that a call did it. */
  public void done(Task task, CallId call, Instant now) {
    if (tasks.end(task.id(), TaskStatus.DONE, call, null, now)) {
      events.record(new TaskEvent.Done(task.id(), task.lead(), task.kind(), call), now);
    }
  }

  /** The call reached nobody: it is to be done later. */
  public void putOff(Task task, Instant dueAt, Instant now) {
    if (task.expiresAt() != null && !dueAt.isBefore(task.expiresAt())) {
      cancel(task, "EXPIRED", now);
    } else {
      tasks.moveTo(task.id(), dueAt);
    }
  }

  /** It is not to be done any more. */
  public void cancel(Task task, String reason, Instant now) {
    if (tasks.end(task.id(), TaskStatus.CANCELLED, null, reason, now)) {
      events.record(new TaskEvent.Cancelled(task.id(), task.lead(), task.kind(), reason), now);
    }
  }

  /** None of a lead's tasks is to be done any more. */
  public void cancelAll(LeadId lead, String reason, Instant now) {
    tasks.openOf(lead).forEach(task -> cancel(task, reason, now));
  }

  /** What programmes want of a lead is not to be done any more. */
  public void cancelOfProgrammes(LeadId lead, String reason, Instant now) {
    tasks.openOf(lead).stream()
        .filter(task -> task.kind().isOfProgramme())
        .forEach(task -> cancel(task, reason, now));
  }
}
