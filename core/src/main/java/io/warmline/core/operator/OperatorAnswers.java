package io.warmline.core.operator;

import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.KeptAnswer;
import io.warmline.core.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers to the operator by idempotency key, as those to tenants are kept: looked up and kept in
 * the transaction of the request itself.
 */
@ApplicationScoped
public class OperatorAnswers {

  /** How long a repetition is known again. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Jdbi jdbi;

  OperatorAnswers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The answer given before under this key, if there is one; else the key belongs to this
   * transaction until its end.
   *
   * @param fingerprint SHA-256 of the request, in hexadecimal
   * @throws WarmlineException IDEMPOTENCY_KEY_IN_USE while another transaction has the key;
   *     IDEMPOTENCY_KEY_REUSED if it belongs to another request; ANSWER_ERASED if the tenant was
   *     deleted
   */
  public Optional<StoredAnswer> begin(String key, String fingerprint) {
    KeptAnswer.requireOurs(isOurs(key));
    return find(key).map(kept -> kept.again(fingerprint, "tenant"));
  }

  private boolean isOurs(String key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 2))")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
  }

  private Optional<KeptAnswer> find(String key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select fingerprint, status, headers, body, erased_at is not null as erased from operator_answer
                    where key = :key
                    """)
                .bind("key", Sha256.of(key))
                .map((rs, ctx) -> KeptAnswer.read(rs))
                .findOne());
  }

  /** Keeps the answer, and forgets those that were kept for long enough. */
  public void keep(
      String key, String fingerprint, StoredAnswer answer, TenantId about, Instant now) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from operator_answer where created_at < :before")
              .bind("before", now.minus(KEPT))
              .execute();
          handle
              .createUpdate(
                  """
                  insert into operator_answer (key, fingerprint, status, headers, body, subject_id, created_at)
                  values (:key, :fingerprint, :status, cast(:headers as jsonb), :body, :subject, :now)
                  """)
              .bind("key", Sha256.of(key))
              .bind("fingerprint", fingerprint)
              .bind("status", answer.status())
              .bind("headers", KeptAnswer.text(answer.headers()))
              .bind("body", answer.body())
              .bind("subject", about.value())
              .bind("now", now)
              .execute();
        });
  }

  /** What was answered about a tenant is not known any more; that it was done is. */
  public void forget(TenantId about, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update operator_answer set body = null, headers = '{}', subject_id = null, erased_at = :now
                    where subject_id = :subject
                    """)
                .bind("subject", about.value())
                .bind("now", now)
                .execute());
  }
}
