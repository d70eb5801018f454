package io.warmline.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.callback.CallbackEvent;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Events stand in the month of their number, and are read over months as if there were none. */
@QuarkusTest
class EventMonthsTest extends OnPostgres {

  @Inject Events events;
  @Inject EventMonths months;
  @Inject NumberEvents numberEvents;
  @Inject EventsOfLead eventsOfLead;

  private void happens(int times) {
    transaction.run(
        () ->
            IntStream.range(0, times)
                .forEach(i -> events.record(happened(Ids.next()), clock.instant())));
  }

  private static Happening happened(UUID callback) {
    return new CallbackDue(
        new CallbackId(callback), new LeadId(callback), new CampaignId(callback));
  }

  /** What was numbered in this month was numbered in another. */
  private void numberedIn(int month) {
    transaction.call(events::last);
    transaction.run(() -> OtherMonth.forEvents(sql, given.tenant(), month));
  }

  private List<Long> after(long after, int limit) {
    return transaction.call(
        () -> events.after(after, null, limit).stream().map(Event::sequence).toList());
  }

  private List<Integer> monthsOfRows() {
    return transaction.call(
        () ->
            sql.query(
                "select distinct month from event where tenant_id = :tenant order by month",
                q -> q.mapTo(Integer.class).list()));
  }

  @Test
  void numbersGoOnFromMonthToMonthAndAPageReachesOver() {
    happens(3);
    numberedIn(202001);
    happens(2);
    numberedIn(202003);
    happens(4);

    assertThat(after(0, 100)).isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
    assertThat(after(2, 2)).containsExactly(3L, 4L);
    assertThat(after(3, 5)).containsExactly(4L, 5L, 6L, 7L, 8L);
    assertThat(after(5, 1)).containsExactly(6L);
    assertThat(after(9, 10)).isEmpty();
    assertThat(monthsOfRows()).hasSize(3).startsWith(202001, 202003);
  }

  @Test
  void whoKnowsANumberKnowsTheMonth() {
    happens(3);
    numberedIn(202001);
    happens(2);
    numberedIn(202003);

    transaction.run(
        () -> {
          EventMonths.Month january = new EventMonths.Month(202001, 1);
          EventMonths.Month march = new EventMonths.Month(202003, 4);
          assertThat(months.after(0)).containsExactly(january, march);
          assertThat(months.after(2)).containsExactly(january, march);
          assertThat(months.after(3)).containsExactly(march);
          assertThat(months.after(5)).containsExactly(march);
          assertThat(months.span(0, 3)).isEqualTo(new EventMonths.Span(202001, 202001));
          assertThat(months.span(2, 4)).isEqualTo(new EventMonths.Span(202001, 202003));
          assertThat(months.span(3, 5)).isEqualTo(new EventMonths.Span(202003, 202003));
        });
  }

  @Test
  void aClockOfTheDatabaseThatGoesBackTakesNoEventBack() {
    happens(1);
    numberedIn(209912);
    happens(1);

    assertThat(after(0, 10)).containsExactly(1L, 2L);
    assertThat(monthsOfRows()).containsExactly(209912);
  }

  @Test
  void anEventThatNobodyAsksForIsNumberedWithinTheHour() {
    happens(2);
    assertThat(monthsOfRows()).containsExactly(0);

    numberEvents.tickHourly();

    assertThat(monthsOfRows()).doesNotContain(0);
  }

  /** A plan that was made while little waited took minutes for these. */
  @Test
  void manyThatHappenAtOnceAreNumberedInSeconds() {
    happens(1);
    transaction.call(events::last);
    transaction.run(
        () ->
            sql.update(
                """
                insert into event (tenant_id, type, occurred_at, subject_id, data)
                select t.id, 'webhook.created', now(), t.id, '{}' from tenant t, generate_series(1, 20000) where t.id = :tenant
                """,
                u -> {}));

    long last = assertTimeout(Duration.ofSeconds(30), () -> transaction.call(events::last));

    assertThat(last).isEqualTo(20_001);
    assertThat(after(20_000, 10)).containsExactly(20_001L);
  }

  /**
   * While one numbers an event, another erases who it speaks of: the words go from wherever it
   * stands.
   */
  @Test
  void anErasureFindsAnEventThatIsOnItsWayIntoItsMonth() {
    LeadId lead = new LeadId(Ids.next());
    transaction.run(
        () ->
            events.record(
                new CallbackEvent.Cancelled(
                    new CallbackId(Ids.next()), lead, CancelledBy.PROSPECT, "She is ill"),
                clock.instant()));
    TenantId tenant = given.tenant();
    CountDownLatch numbered = new CountDownLatch(1);

    Race.of(
        List.<Callable<Boolean>>of(
            () -> given.as(tenant, () -> transaction.call(() -> numberSlowly(numbered))),
            () -> given.as(tenant, () -> eraseAfter(numbered, lead))));

    assertThat(transaction.call(() -> events.after(0, null, 10)))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).containsEntry("reason", "erased"));
  }

  private boolean numberSlowly(CountDownLatch numbered) {
    events.last();
    numbered.countDown();
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private boolean eraseAfter(CountDownLatch numbered, LeadId lead) {
    try {
      assertThat(numbered.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transaction.run(() -> eventsOfLead.forget(lead, clock.instant()));
    return true;
  }

  @Test
  void aNumberIsGivenOnceInAMonth() {
    happens(2);
    transaction.call(events::last);

    assertThatThrownBy(
            () ->
                transaction.run(
                    () ->
                        sql.update(
                            "update event set sequence = 1 where tenant_id = :tenant and sequence ="
                                + " 2",
                            u -> {})))
        .hasMessageContaining("_sequence");
  }

  @Test
  void whatWasNotNumberedIsInNoMonth() {
    happens(1);

    assertThatThrownBy(
            () ->
                transaction.run(
                    () ->
                        sql.update(
                            "update event set month = 202001 where tenant_id = :tenant", u -> {})))
        .hasMessageContaining("event_check");
  }

  @Test
  void theMonthOfAMomentIsThatOfTheDatabase() {
    Instant newYear = Instant.parse("2027-01-01T00:00:00Z");

    assertThat(EventMonths.of(newYear.minusMillis(1))).isEqualTo(202612);
    assertThat(EventMonths.of(newYear)).isEqualTo(202701);
    int ofDatabase =
        transaction.call(
            () ->
                sql.query(
                    "select month_at(:at) from tenant where id = :tenant",
                    q -> q.bind("at", newYear).mapTo(Integer.class).one()));
    assertThat(ofDatabase).isEqualTo(202701);
  }
}
