package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.event.Event;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CallId;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.QueueReport.QueuedLead;
import io.warmline.core.queue.Tier;
import io.warmline.core.simulation.Promise.News;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the product's callbacks, events and queue against the ledger. */
@ApplicationScoped
class LedgerAudit {

  private static final int ALL = 10_000_000;

  @Inject TenantTransaction transaction;
  @Inject TenantSql sql;
  @Inject Events events;
  @Inject LookAtQueue lookAtQueue;

  /** How a callback stands in the product. */
  private record Standing(String status, @Nullable UUID keptBy, @Nullable String cancelReason) {

    boolean isOpen() {
      return !status.equals("KEPT") && !status.equals("CANCELLED");
    }
  }

  /** Every promise is kept by the call that kept it, open, or cancelled for the reason it was. */
  void everyPromiseIsAccountedFor(PromiseLedger ledger) {
    Map<UUID, Standing> standings = standings();
    assertThat(standings).as("callbacks").hasSize(ledger.size());
    for (Promise promise : ledger.promises()) {
      Standing standing = standings.get(promise.id().value());
      assertThat(standing).as("%s is lost", promise).isNotNull();
      assertThat(standing.isOpen()).as("%s: %s", promise, standing).isEqualTo(promise.isOpen());
      CallId keptBy = promise.keptBy();
      assertThat(standing.keptBy()).isEqualTo(keptBy == null ? null : keptBy.value());
      assertThat(standing.cancelReason()).as("%s", promise).isEqualTo(promise.cancelledFor());
    }
  }

  private Map<UUID, Standing> standings() {
    Map<UUID, Standing> standings = new HashMap<>();
    transaction.run(
        () ->
            sql.query(
                    "select id, status, kept_by_call_id, cancel_reason from callback where"
                        + " tenant_id = :tenant",
                    q ->
                        q.map(
                                (rs, ctx) ->
                                    Map.entry(
                                        rs.getObject(1, UUID.class),
                                        new Standing(
                                            rs.getString(2),
                                            rs.getObject(3, UUID.class),
                                            rs.getString(4))))
                            .list())
                .forEach(row -> standings.put(row.getKey(), row.getValue())));
    return standings;
  }

  /** Each lateness, each due time and each hand-over was announced once, when it came about. */
  void allNewsWasToldOnce(PromiseLedger ledger) {
    told(ledger, News.DUE, EventType.CALLBACK_DUE);
    told(ledger, News.OVERDUE, EventType.CALLBACK_OVERDUE);
    told(ledger, News.HANDED_TO_TEAM, EventType.CALLBACK_HANDED_TO_TEAM);
    once(EventType.CALLBACK_SCHEDULED, ledger.promises());
    once(
        EventType.CALLBACK_KEPT,
        ledger.promises().stream().filter(p -> p.keptBy() != null).toList());
    once(
        EventType.CALLBACK_CANCELLED,
        ledger.promises().stream().filter(p -> p.cancelledFor() != null).toList());
  }

  private void told(PromiseLedger ledger, News what, EventType type) {
    Map<UUID, List<Instant>> told =
        of(type).stream()
            .collect(
                Collectors.groupingBy(
                    Event::subject, Collectors.mapping(Event::occurredAt, Collectors.toList())));
    for (Promise promise : ledger.promises()) {
      assertThat(told.getOrDefault(promise.id().value(), List.of()))
          .as("%s of %s", type, promise)
          .isEqualTo(promise.when(what));
    }
  }

  private void once(EventType type, java.util.Collection<Promise> those) {
    assertThat(of(type))
        .as("%s", type)
        .extracting(Event::subject)
        .containsExactlyInAnyOrderElementsOf(
            those.stream().map(promise -> promise.id().value()).toList());
  }

  private List<Event> of(EventType type) {
    return transaction.call(() -> events.after(0, type.label(), ALL));
  }

  /** Whatever is due and may be called now stands before everything else, the longest due first. */
  int duePromisesAreAtTheTop(PromiseLedger ledger, List<Drive> drives, Instant now) {
    int found = 0;
    for (Drive drive : drives) {
      List<Promise> ready =
          ledger.due().stream()
              .filter(p -> p.prospect().drive().equals(drive) && p.isReadyAt(now))
              .sorted(Comparator.comparing(Promise::due))
              .toList();
      List<QueuedLead> top = lookAtQueue.look(drive.id(), ready.size() + 1).next();
      assertThat(top.stream().filter(lead -> lead.place().tier() == Tier.CALLBACK))
          .as("the top of the queue of %s at %s", drive.id(), now)
          .extracting(lead -> lead.place().dueAt())
          .isEqualTo(ready.stream().map(Promise::due).toList());
      assertThat(top.stream().limit(ready.size()).map(QueuedLead::lead))
          .containsExactlyInAnyOrderElementsOf(
              ready.stream().map(p -> p.prospect().lead()).toList());
      found += ready.size();
    }
    return found;
  }
}
