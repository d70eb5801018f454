package io.warmline.core.idempotency;

import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers by idempotency key. Looking a key up and keeping its answer happen in the transaction of
 * the request itself, so an answer is kept exactly when its effects are.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private final TenantSql sql;

  IdempotencyKeys(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The answer given before under this key, if there is one; else the key belongs to this
   * transaction until its end.
   *
   * @param fingerprint SHA-256 of the request, in hexadecimal
   * @throws WarmlineException IDEMPOTENCY_KEY_IN_USE while another transaction has the key;
   *     IDEMPOTENCY_KEY_REUSED if it belongs to another request; ANSWER_ERASED if the answer was
   *     erased with the lead it was about
   */
  public Optional<StoredAnswer> begin(String key, String fingerprint) {
    boolean ours =
        sql.query(
            """
            select pg_try_advisory_xact_lock(hashtextextended(cast(t.id as text) || :key, 1))
            from tenant t
            where t.id = :tenant
            """,
            q -> q.bind("key", key).mapTo(Boolean.class).one());
    KeptAnswer.requireOurs(ours);
    return find(key).map(kept -> kept.again(fingerprint, "lead"));
  }

  private Optional<KeptAnswer> find(String key) {
    return sql.query(
        """
        select fingerprint, status, headers, body, erased_at is not null as erased from idempotency_key
        where tenant_id = :tenant and key = :key
        """,
        q -> q.bind("key", Sha256.of(key)).map((rs, ctx) -> KeptAnswer.read(rs)).findOne());
  }

  /** Keeps the answer. */
  public void keep(String key, String fingerprint, StoredAnswer answer, Instant now) {
    sql.update(
        """
        insert into idempotency_key (tenant_id, key, fingerprint, status, headers, body, subjects, created_at)
        values (:tenant, :key, :fingerprint, :status, cast(:headers as jsonb), :body, :subjects, :now)
        """,
        u ->
            u.bind("key", Sha256.of(key))
                .bind("fingerprint", fingerprint)
                .bind("status", answer.status())
                .bind("headers", KeptAnswer.text(answer.headers()))
                .bind("body", answer.body())
                .bindArray("subjects", String.class, Subjects.of(answer.body()).toArray())
                .bind("now", now));
  }

  /** Forgets answers from before that time. */
  public int forgetBefore(Instant before) {
    return sql.update(
        "delete from idempotency_key where tenant_id = :tenant and created_at < :before",
        u -> u.bind("before", before));
  }
}
