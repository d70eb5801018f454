package io.warmline.core.retention;

import io.warmline.core.audit.AuditLog;
import io.warmline.core.callrecord.ForgetCallDetails;
import io.warmline.core.event.EventMonths;
import io.warmline.core.event.ForgetEvents;
import io.warmline.core.quality.Reviews;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgets what was kept for as long as the tenant wants: once a day, and as soon as the rules have
 * changed. A batch is one transaction; as long as one is full, the next is made a second later, by
 * whatever server is first.
 */
@ApplicationScoped
class KeepRetention implements Chore {

  private static final int BATCH = 1000;
  private static final Duration DAY = Duration.ofDays(1);

  private final TenantTransaction transaction;
  private final Retentions retentions;
  private final ForgetCallDetails calls;
  private final Reviews reviews;
  private final AuditLog audit;
  private final ForgetEvents events;
  private final Clock clock;

  KeepRetention(
      TenantTransaction transaction,
      Retentions retentions,
      ForgetCallDetails calls,
      Reviews reviews,
      AuditLog audit,
      ForgetEvents events,
      Clock clock) {
    this.transaction = transaction;
    this.retentions = retentions;
    this.calls = calls;
    this.reviews = reviews;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of("select tenant_id from retention where due_at <= :now");
  }

  @Override
  public void tick() {
    Instant now = clock.instant();
    transaction.run(() -> retentions.due(now).ifPresent(rules -> keep(rules, now)));
  }

  private void keep(RetentionRules rules, Instant now) {
    Optional<Instant> callsSince =
        rules.callDetails().map(days -> now.minus(Duration.ofDays(days)));
    Optional<Instant> auditSince = rules.audit().map(days -> now.minus(Duration.ofDays(days)));
    Optional<Instant> eventsSince =
        rules.events().map(days -> EventMonths.begin(now.minus(Duration.ofDays(days))));
    int forgotten = callsSince.map(before -> calls.before(before, now, BATCH)).orElse(0);
    int unsaid = callsSince.map(before -> reviews.forgetNotes(before, BATCH)).orElse(0);
    int removed = auditSince.map(before -> audit.forget(before, BATCH)).orElse(0);
    int untold = eventsSince.map(before -> events.before(before, BATCH)).orElse(0);
    boolean more = Stream.of(forgotten, unsaid, removed, untold).anyMatch(gone -> gone >= BATCH);
    retentions.goneBefore(callsSince, auditSince, eventsSince, more ? now : now.plus(DAY));
  }
}
