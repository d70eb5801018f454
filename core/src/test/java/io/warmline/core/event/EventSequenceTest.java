package io.warmline.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.CallbackEvent;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A reader who remembers the last sequence number misses nothing, although transactions end in
 * another order than they began.
 */
@QuarkusTest
class EventSequenceTest extends OnPostgres {

  private static final int WRITERS = 8;
  private static final int TRANSACTIONS = 40;
  private static final int EVENTS_OF_EACH = 3;

  @Inject Events events;

  private final Collection<UUID> written = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  @Test
  void aReaderSeesEveryEventOnceAndInOrderWhileEightThreadsWrite() {
    TenantId tenant = given.tenant();
    List<Callable<List<Event>>> all = new ArrayList<>();
    IntStream.range(0, WRITERS).forEach(i -> all.add(() -> given.as(tenant, this::write)));
    all.add(() -> given.as(tenant, this::readWhileTheyWrite));

    List<List<Event>> results = Race.of(all);

    List<Event> seen = results.get(WRITERS);
    assertThat(seen)
        .extracting(Event::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    assertThat(seen).extracting(Event::subject).containsExactlyInAnyOrderElementsOf(written);
  }

  private List<Event> write() {
    for (int i = 0; i < TRANSACTIONS; i++) {
      List<UUID> subjects = IntStream.range(0, EVENTS_OF_EACH).mapToObj(n -> Ids.next()).toList();
      transaction.run(() -> subjects.forEach(this::recordSlowly));
      written.addAll(subjects);
    }
    writing.decrementAndGet();
    return List.of();
  }

  private void recordSlowly(UUID subject) {
    events.record(happened(subject), clock.instant());
    try {
      TimeUnit.MICROSECONDS.sleep(subject.hashCode() & 1023);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Event> readWhileTheyWrite() {
    List<Event> seen = new ArrayList<>();
    boolean last;
    do {
      last = writing.get() == 0;
      List<Event> page;
      do {
        long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).sequence();
        page = transaction.call(() -> events.after(after, null, 7));
        seen.addAll(page);
      } while (!page.isEmpty());
    } while (!last);
    return seen;
  }

  @Test
  void anEventOfATransactionThatWasRolledBackNeverHappened() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      events.record(happened(Ids.next()), clock.instant());
                      throw new IllegalStateException("the server stumbles");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(transaction.call(() -> events.after(0, null, 10))).isEmpty();
  }

  private static Happening happened(UUID callback) {
    return new CallbackDue(
        new CallbackId(callback), new LeadId(callback), new CampaignId(callback));
  }

  @Test
  void anEventCarriesWhatItWasGivenExceptNulls() {
    CallbackId callback = new CallbackId(Ids.next());
    LeadId lead = new LeadId(Ids.next());
    Instant due = clock.instant().plusSeconds(60);
    transaction.run(
        () ->
            events.record(
                new CallbackEvent.Rescheduled(callback, lead, null, due, MoveReason.DEFERRED),
                clock.instant()));

    Event event = transaction.call(() -> events.after(0, null, 10)).get(0);

    assertThat(event.type()).isEqualTo("callback.rescheduled");
    assertThat(event.subject()).isEqualTo(callback.value());
    assertThat(event.data())
        .isEqualTo(
            Map.of("leadId", lead.toString(), "dueAt", due.toString(), "reason", "DEFERRED"));
    assertThat(event.occurredAt()).isEqualTo(clock.instant());
  }
}
