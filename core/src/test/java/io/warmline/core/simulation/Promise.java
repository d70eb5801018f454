package io.warmline.core.simulation;

import io.warmline.core.callback.CallWindow;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A promise to call again, as the ledger has it. */
final class Promise {

  /** What is announced about a promise, and how often it must be. */
  enum News {
    DUE,
    OVERDUE,
    HANDED_TO_TEAM
  }

  private final CallbackId id;
  private final Prospect prospect;
  private final Map<News, List<Instant>> news = new EnumMap<>(News.class);
  private CallWindow window;
  private @Nullable AgentId owner;
  private boolean announced;
  private boolean overdue;
  private @Nullable CallId keptBy;
  private @Nullable String cancelledFor;

  Promise(CallbackId id, Prospect prospect, CallWindow window, @Nullable AgentId owner) {
    this.id = id;
    this.prospect = prospect;
    this.window = window;
    this.owner = owner;
  }

  CallbackId id() {
    return id;
  }

  Prospect prospect() {
    return prospect;
  }

  CallWindow window() {
    return window;
  }

  Instant due() {
    return window.dueAt();
  }

  @Nullable AgentId owner() {
    return owner;
  }

  boolean isOpen() {
    return keptBy == null && cancelledFor == null;
  }

  boolean isOverdue() {
    return overdue;
  }

  @Nullable CallId keptBy() {
    return keptBy;
  }

  @Nullable String cancelledFor() {
    return cancelledFor;
  }

  /** All times at which this must have been announced, in order. */
  List<Instant> when(News what) {
    return news.getOrDefault(what, List.of());
  }

  void moveTo(CallWindow other, @Nullable AgentId by) {
    window = other;
    owner = by;
    announced = false;
    overdue = false;
  }

  void belongsTo(@Nullable AgentId other) {
    owner = other;
  }

  void keep(CallId call) {
    keptBy = call;
    prospect.promised(null);
  }

  void cancel(String reason) {
    cancelledFor = reason;
    prospect.promised(null);
  }

  /** It is due, and everybody is told, once. */
  void fallDue(Instant now) {
    if (!announced && !due().isAfter(now)) {
      announced = true;
      note(News.DUE, now);
    }
  }

  /** Its window is over, and everybody is told, once. */
  void becomeOverdue(Instant now) {
    if (!overdue && !window.latestAt().isAfter(now)) {
      overdue = true;
      note(News.OVERDUE, now);
    }
  }

  /** Whether a round would announce anything about it. */
  boolean awaitsNews(Instant now) {
    return !announced || (!overdue && !window.latestAt().isAfter(now));
  }

  /** Its owner has left it alone for too long, or is gone. */
  void handToTeam(Instant now) {
    owner = null;
    note(News.HANDED_TO_TEAM, now);
  }

  private void note(News what, Instant now) {
    news.computeIfAbsent(what, each -> new ArrayList<>()).add(now);
  }

  /** When it may be offered: it is due, and the number has rested. */
  Instant notBefore() {
    Instant rested = prospect.line().restsUntil();
    return rested.isAfter(due()) ? rested : due();
  }

  /** Whether it waits for nothing but an agent: so it must be at the top of the queue. */
  boolean isReadyAt(Instant now) {
    return isOpen()
        && !notBefore().isAfter(now)
        && !prospect.line().isHeldAt(now)
        && prospect.mayBeCalledAt(now);
  }

  @Override
  public String toString() {
    return "promise " + id + " to " + prospect.place() + ", due " + due();
  }
}
