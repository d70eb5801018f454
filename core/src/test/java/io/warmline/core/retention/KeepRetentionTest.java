package io.warmline.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.AmendCall;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.Event;
import io.warmline.core.event.Events;
import io.warmline.core.event.OtherMonth;
import io.warmline.core.evidence.CallExplanation;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.Grouping;
import io.warmline.core.report.Report;
import io.warmline.core.report.ReportScope;
import io.warmline.core.tenant.Tenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepRetentionTest extends OnPostgres {

  private static final int FIVE_YEARS = 1827;
  private static final int TWO_YEARS = 730;

  @Inject KeepRetention keep;
  @Inject SetRetention setRetention;
  @Inject ExplainCall explain;
  @Inject AmendCall amend;
  @Inject ActivityReport activity;
  @Inject Tenants tenants;
  @Inject Events outbox;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  private static RetentionRules rules(@Nullable Integer callDetails, @Nullable Integer audit) {
    return new RetentionRules(
        Optional.ofNullable(callDetails), Optional.ofNullable(audit), Optional.empty(), 30, 30, 30);
  }

  private static RetentionRules eventsFor(int days) {
    return new RetentionRules(Optional.empty(), Optional.empty(), Optional.of(days), 30, 30, 30);
  }

  private CallId called() {
    given.lead(campaign);
    return desk.log(desk.claim(agent), Disposition.NO_ANSWER).call().id();
  }

  private void audit(String doneAt, int entries) {
    transaction.run(
        () ->
            sql.update(
                """
                insert into audit_entry (tenant_id, id, done_at, key_id, operation, method, path, fields, status, request_id)
                select t.id, gen_random_uuid(), cast(:at as timestamptz), gen_random_uuid(), 'x', 'POST', '/x', '{}', 200, 'r'
                from tenant t, generate_series(1, :entries) where t.id = :tenant
                """,
                u -> u.bind("at", doneAt).bind("entries", entries)));
  }

  private long audited() {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from audit_entry where tenant_id = :tenant",
                q -> q.mapTo(Long.class).one()));
  }

  private Report figures() {
    return activity.of(
        new ReportScope(
            Optional.of(campaign),
            Optional.empty(),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 30),
            ZoneOffset.UTC,
            Grouping.AGENT));
  }

  @Test
  void asLongAsNobodySaysOtherwiseCallsAndAuditLogAreKeptForGood() {
    CallId call = called();
    audit("2001-01-01T00:00:00Z", 1);
    clock.advance(Duration.ofDays(20_000));

    keep.tick();

    assertThat(setRetention.now().rules()).isEqualTo(RetentionRules.USUAL);
    assertThat(explain.of(call).made().detailsGoneAt()).isEmpty();
    assertThat(audited()).isEqualTo(1);
    assertThat(tenants.having(keep, clock.instant())).doesNotContain(given.tenant());
  }

  @Test
  void whatACallSaysIsGoneToTheInstantAndWhoAsksIsToldSo() {
    CallId call = called();
    PhoneNumber number = explain.of(call).made().phone().orElseThrow();
    Instant began = explain.of(call).made().startedAt();
    setRetention.to(rules(FIVE_YEARS, null));
    clock.advance(Duration.between(clock.instant(), began.plus(Duration.ofDays(FIVE_YEARS))));
    keep.tick();
    assertThat(explain.of(call).made().phone()).contains(number);

    clock.advance(Duration.ofDays(1));
    Report before = figures();
    keep.tick();

    CallExplanation told = explain.of(call);
    assertThat(told.made().detailsGoneAt()).contains(clock.instant());
    assertThat(told.made().phone()).isEmpty();
    assertThat(told.law()).isEmpty();
    assertThat(told.isLawful()).isFalse();
    assertThat(explain.to(number, 10).calls()).isEmpty();
    assertThat(explain.to(number, 10).keptSince())
        .contains(clock.instant().minus(Duration.ofDays(FIVE_YEARS)));
    assertThat(figures().rows()).isEqualTo(before.rows());
  }

  @Test
  void aCallWithoutItsDetailsIsNotCorrected() {
    CallId call = called();
    setRetention.to(rules(FIVE_YEARS, null));
    clock.advance(Duration.ofDays(FIVE_YEARS + 1));
    keep.tick();

    assertThatThrownBy(
            () ->
                amend.amend(
                    call,
                    Optional.empty(),
                    new AmendCall.Correction(
                        Optional.of(Disposition.BUSY), null, null, CallDetails.NONE)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CALL_DETAILS_GONE));
  }

  @Test
  void ofTheAuditLogOnlyWhatIsOldEnoughIsGoneAndOnlyTheTenantsOwn() {
    audit("2001-01-01T00:00:00Z", 3);
    TenantId first = given.tenant();
    given.newTenant();
    audit("2001-01-01T00:00:00Z", 2);
    audit(Instant.now().minus(Duration.ofDays(TWO_YEARS - 2)).toString(), 4);
    setRetention.to(rules(null, TWO_YEARS));

    keep.tick();

    assertThat(audited()).isEqualTo(4);
    assertThat(setRetention.now().auditSince()).isPresent();
    assertThat(given.<Long>as(first, this::audited)).isEqualTo(3);
  }

  /** The clock of the application may be wrong; the log is guarded by that of the database. */
  @Test
  void whatIsYoungerThanTwoYearsCannotBeTakenOutOfTheAuditLogByAnyClock() {
    audit(Instant.now().minus(Duration.ofDays(TWO_YEARS - 2)).toString(), 1);
    setRetention.to(rules(null, TWO_YEARS));
    clock.advance(Duration.ofDays(20_000));

    keep.tick();

    assertThat(audited()).isEqualTo(1);
  }

  /** The functions belong to the owner of the tables, for whom no policy need hold. */
  @Test
  void whatBelongsToAnotherTenantCannotBeForgottenFromHere() {
    audit("2001-01-01T00:00:00Z", 3);
    TenantId first = given.tenant();
    given.newTenant();

    long gone =
        transaction.call(
            () ->
                sql.query(
                    "select forget_audit_entries(:first, now(), 10) from tenant where id = :tenant",
                    q -> q.bind("first", first.value()).mapTo(Long.class).one()));

    assertThat(gone).isZero();
    assertThat(given.<Long>as(first, this::audited)).isEqualTo(3);
  }

  @Test
  void manyAreForgottenInShares() {
    audit("2001-01-01T00:00:00Z", 2500);
    setRetention.to(rules(null, TWO_YEARS));

    keep.tick();
    assertThat(audited()).isEqualTo(1500);
    assertThat(tenants.having(keep, clock.instant())).contains(given.tenant());
    keep.tick();
    keep.tick();

    assertThat(audited()).isZero();
    assertThat(tenants.having(keep, clock.instant())).doesNotContain(given.tenant());
    assertThat(tenants.having(keep, clock.instant().plus(Duration.ofDays(1))))
        .contains(given.tenant());
  }

  @Test
  void whatIsGoneStaysSaidThoughMoreIsKeptFromThenOn() {
    setRetention.to(rules(FIVE_YEARS, TWO_YEARS));
    keep.tick();
    Optional<Instant> gone = setRetention.now().callDetailsSince();

    setRetention.to(RetentionRules.USUAL);
    keep.tick();

    assertThat(gone).isPresent();
    assertThat(setRetention.now().callDetailsSince()).isEqualTo(gone);
  }

  /** What was numbered by now was numbered in another month. */
  private long numberedIn(int month) {
    long last = transaction.call(outbox::last);
    transaction.run(() -> OtherMonth.forEvents(sql, given.tenant(), month));
    return last;
  }

  private long eventsOf(int month) {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from event where tenant_id = :tenant and month = :month",
                q -> q.bind("month", month).mapTo(Long.class).one()));
  }

  private List<Long> toldAfter(long position) {
    return transaction.call(
        () -> outbox.after(position, null, 1000).stream().map(Event::sequence).toList());
  }

  @Test
  void eventsOfMonthsThatAreOldEnoughAreGoneAndTheFeedBeginsAfterThem() {
    called();
    long old = numberedIn(202001);
    called();
    long last = transaction.call(outbox::last);
    setRetention.to(eventsFor(90));

    keep.tick();

    assertThat(eventsOf(202001)).isZero();
    assertThat(toldAfter(0)).startsWith(old + 1).endsWith(last);
    assertThat(toldAfter(old)).isEqualTo(toldAfter(0));
    assertThat(toldAfter(last)).isEmpty();
    assertThat(setRetention.now().eventsSince()).contains(Instant.parse("2026-08-01T00:00:00Z"));
  }

  @Test
  void whoseNextEventIsNotKeptAnyMoreIsToldWithWhatToGoOn() {
    called();
    long old = numberedIn(202001);
    called();
    setRetention.to(eventsFor(90));
    keep.tick();

    assertThatThrownBy(() -> toldAfter(old - 1))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e ->
                assertThat(e.violations())
                    .singleElement()
                    .satisfies(
                        violation -> {
                          assertThat(violation.code()).isEqualTo("POSITION_EXPIRED");
                          assertThat(violation.message()).endsWith("Go on with " + old);
                        }));
  }

  @Test
  void allEventsMayGoAndNumbersGoOn() {
    called();
    long old = numberedIn(202001);
    setRetention.to(eventsFor(90));
    keep.tick();
    assertThat(toldAfter(0)).isEmpty();
    assertThat(toldAfter(old)).isEmpty();
    assertThatThrownBy(() -> toldAfter(old - 1)).isInstanceOf(InvalidValue.class);

    called();

    assertThat(toldAfter(old)).startsWith(old + 1);
  }

  @Test
  void eventsOfTheLastNinetyDaysAreKeptWhateverTheClockOfAServerSays() {
    called();
    long last = transaction.call(outbox::last);
    setRetention.to(eventsFor(90));
    clock.advance(Duration.ofDays(20_000));

    keep.tick();

    assertThat(toldAfter(0)).endsWith(last).hasSize((int) last);
  }

  @Test
  void decisionsThatExplainCallsAreKept() {
    transaction.run(
        () ->
            sql.update(
                """
                insert into event (tenant_id, type, occurred_at, subject_id, data)
                select t.id, 'rule.lifted', now(), t.id, '{"rule": "x", "by": "Ada", "reason": "y"}' from tenant t where t.id = :tenant
                """,
                u -> {}));
    called();
    numberedIn(202001);
    setRetention.to(eventsFor(90));

    keep.tick();

    assertThat(eventsOf(202001)).isEqualTo(1);
    assertThat(toldAfter(0)).isEmpty();
  }

  @Test
  void eventsOfAnotherTenantStay() {
    called();
    long old = numberedIn(202001);
    TenantId first = given.tenant();
    given.newTenant();
    setRetention.to(eventsFor(90));

    keep.tick();

    assertThat(given.<List<Long>>as(first, () -> toldAfter(0))).hasSize((int) old);
  }

  @Test
  void theSchemaKeepsTheBoundsToo() {
    for (RetentionRules wrong :
        List.of(
            rules(FIVE_YEARS - 1, null),
            rules(null, TWO_YEARS - 1),
            eventsFor(89),
            new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), 6, 30, 30),
            new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), 30, 0, 30),
            new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), 30, 30, 29))) {
      assertThatThrownBy(() -> setRetention.to(wrong)).hasStackTraceContaining("check constraint");
    }
  }
}
