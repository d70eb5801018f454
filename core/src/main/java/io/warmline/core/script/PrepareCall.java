package io.warmline.core.script;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.Claim;
import io.warmline.core.script.Stories.Histories;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.task.Task;
import io.warmline.core.task.Tasks;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells an agent who holds claims whom they are on, what to say and what was before: in one round
 * trip, however many they are. A claim never fails for want of words.
 */
@ApplicationScoped
public class PrepareCall {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Event<WordsGaveWay> gaveWay;
  private final Clock clock;

  PrepareCall(
      TenantTransaction transaction, TenantSql sql, Event<WordsGaveWay> gaveWay, Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.gaveWay = gaveWay;
    this.clock = clock;
  }

  /**
   * What an agent needs before dialling.
   *
   * @param callback the promise that is to be kept
   * @param task what the call is for
   * @param awaitedClick whether the lead is called because it has not clicked
   * @param words empty if facts are missing
   * @param missing the facts without which there are no words, in their order
   */
  public record Preparation(
      Claim claim,
      Lead lead,
      Optional<Callback> callback,
      Optional<Task> task,
      boolean awaitedClick,
      Optional<Words> words,
      List<Fact> missing,
      Story story) {}

  /** Prepares the call of a claim. */
  public Preparation of(Claim claim) {
    return of(List.of(claim)).get(0);
  }

  /** Prepares the calls of these claims, in their order. */
  public List<Preparation> of(List<Claim> claims) {
    return transaction.call(() -> prepare(claims, clock.instant()));
  }

  private List<Preparation> prepare(List<Claim> claims, Instant now) {
    Set<LeadId> whom = claims.stream().map(Claim::lead).collect(Collectors.toUnmodifiableSet());
    List<CallbackId> kept = claims.stream().flatMap(c -> c.callback().stream()).toList();
    List<TaskId> done = claims.stream().flatMap(c -> c.task().stream()).toList();
    RoundTrip trip = sql.roundTrip();
    Supplier<List<Lead>> leads = trip.ask(Leads.those(whom));
    Supplier<List<Callback>> callbacks =
        kept.isEmpty() ? List::of : trip.ask(Callbacks.those(kept));
    Supplier<List<Task>> tasks = done.isEmpty() ? List::of : trip.ask(Tasks.those(done));
    Supplier<Map<LeadId, Set<Instant>>> clicks = trip.ask(FollowUps.awaitedClicks(whom));
    Supplier<List<Background>> known =
        trip.ask(Backgrounds.of(claims.stream().map(Occasion::of).toList(), now));
    Supplier<Histories> histories = trip.ask(Stories.of(whom));
    trip.make();
    Found found =
        new Found(
            by(leads.get(), Lead::id),
            by(callbacks.get(), Callback::id),
            by(tasks.get(), Task::id),
            clicks.get(),
            histories.get());
    List<Preparation> prepared = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      prepared.add(prepare(claims.get(i), known.get().get(i), found, now));
    }
    return List.copyOf(prepared);
  }

  /** What was found about all of them. */
  private record Found(
      Map<LeadId, Lead> leads,
      Map<CallbackId, Callback> callbacks,
      Map<TaskId, Task> tasks,
      Map<LeadId, Set<Instant>> clicks,
      Histories histories) {}

  private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toUnmodifiableMap(key, value -> value));
  }

  private Preparation prepare(Claim claim, Background known, Found found, Instant now) {
    Draft draft = Draft.of(known, Optional.empty(), Map.of(), now);
    List<Fact> missing = draft.missing();
    return new Preparation(
        claim,
        Objects.requireNonNull(found.leads().get(claim.lead())),
        claim.callback().map(found.callbacks()::get),
        claim.task().map(found.tasks()::get),
        found.clicks().getOrDefault(claim.lead(), Set.of()).contains(claim.place().dueAt()),
        missing.isEmpty() ? Optional.of(said(draft)) : Optional.empty(),
        missing,
        found.histories().of(claim.lead(), known.past()));
  }

  private Words said(Draft draft) {
    Words words = draft.render();
    if (words.replaced() > 0) {
      gaveWay.fire(new WordsGaveWay(words.opening(), words.replaced()));
    }
    return words;
  }
}
