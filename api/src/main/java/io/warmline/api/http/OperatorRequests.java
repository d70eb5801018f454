package io.warmline.api.http;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.Ids;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.StoredAnswer;
import io.warmline.core.operator.OperatorAction;
import io.warmline.core.operator.OperatorAnswers;
import io.warmline.core.operator.OperatorLog;
import io.warmline.core.tenant.OperatorTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs what the operator asks for in one transaction, together with the record of it and, where the
 * request carries a key, with its answer.
 */
@ApplicationScoped
public class OperatorRequests {

  private final OperatorTransaction transaction;
  private final OperatorAnswers answers;
  private final OperatorLog log;
  private final StoredAnswers stored;
  private final RequestFacts facts;
  private final Clock clock;

  OperatorRequests(
      OperatorTransaction transaction,
      OperatorAnswers answers,
      OperatorLog log,
      StoredAnswers stored,
      RequestFacts facts,
      Clock clock) {
    this.transaction = transaction;
    this.answers = answers;
    this.log = log;
    this.stored = stored;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param name of the tenant
   * @param rowsDeleted how many of each table; empty unless the tenant is gone
   */
  public record Done<T>(
      TenantId tenant, String name, Map<String, Long> rowsDeleted, RestResponse<T> answer) {}

  /** Reads; nothing is put on record. */
  public <T> T read(Supplier<T> work) {
    return transaction.call(work);
  }

  /**
   * Does the work once, and puts it on record.
   *
   * @throws Idempotency.Replayed if it was done before under the same key
   */
  public <T> RestResponse<T> once(Supplier<Done<T>> work) {
    return once(Duration.ofSeconds(60), work);
  }

  /** As {@link #once(Supplier)}, for work that may take this long. */
  public <T> RestResponse<T> once(Duration atMost, Supplier<Done<T>> work) {
    Optional<String> key = facts.isWrite() ? facts.idempotencyKey() : Optional.empty();
    return transaction.call(
        atMost, () -> key.isPresent() ? keyed(key.get(), work) : onRecord(work.get()).answer());
  }

  private <T> RestResponse<T> keyed(String key, Supplier<Done<T>> work) {
    String fingerprint = facts.fingerprint();
    Optional<StoredAnswer> before = answers.begin(key, fingerprint);
    if (before.isPresent()) {
      throw new Idempotency.Replayed(
          stored.opened(key, before.get()).orElseThrow(OperatorRequests::anotherKey));
    }
    Done<T> done = onRecord(work.get());
    answers.keep(
        key,
        fingerprint,
        stored.sealed(key, stored.of(done.answer())),
        done.tenant(),
        clock.instant());
    return done.answer();
  }

  /** The operator's key was replaced since. */
  private static WarmlineException anotherKey() {
    return new WarmlineException(
        ProblemCode.ANSWER_ERASED,
        "This request was done before. Its answer holds a secret, which only the operator's key"
            + " that made the request is given again.");
  }

  private <T> Done<T> onRecord(Done<T> done) {
    log.record(
        new OperatorAction(
            Ids.next(),
            clock.instant(),
            facts.operation().id(),
            done.tenant(),
            done.name(),
            facts.address(),
            facts.requestId(),
            done.rowsDeleted()));
    return done;
  }
}
