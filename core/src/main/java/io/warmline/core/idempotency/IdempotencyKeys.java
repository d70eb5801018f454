package io.warmline.core.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.ProblemCode;
import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers by idempotency key. Looking a key up and keeping its answer happen in the transaction of
 * the request itself, so an answer is kept exactly when its effects are.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TenantSql sql;

  IdempotencyKeys(TenantSql sql) {
    this.sql = sql;
  }

  private record Kept(String fingerprint, StoredAnswer answer, boolean erased) {}

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
            "select pg_try_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :key, 1))",
            q -> q.bind("key", key).mapTo(Boolean.class).one());
    if (!ours) {
      throw new WarmlineException(
          ProblemCode.IDEMPOTENCY_KEY_IN_USE,
          "A request with the same Idempotency-Key is being worked on. Try again after"
              + " Retry-After.");
    }
    Optional<Kept> kept = find(key);
    kept.filter(k -> !k.fingerprint().equals(fingerprint))
        .ifPresent(
            k -> {
              throw new WarmlineException(
                  ProblemCode.IDEMPOTENCY_KEY_REUSED,
                  "This Idempotency-Key belongs to another request. Use a new key for a new"
                      + " request.");
            });
    if (kept.filter(Kept::erased).isPresent()) {
      throw new WarmlineException(
          ProblemCode.ANSWER_ERASED,
          "This request was done before; its answer was erased with the lead it was about.");
    }
    return kept.map(Kept::answer);
  }

  private Optional<Kept> find(String key) {
    return sql.query(
        """
        select fingerprint, status, headers, body, erased_at is not null as erased from idempotency_key
        where tenant_id = :tenant and key = :key
        """,
        q ->
            q.bind("key", Sha256.of(key))
                .map(
                    (rs, ctx) ->
                        new Kept(
                            rs.getString("fingerprint"),
                            new StoredAnswer(
                                rs.getInt("status"),
                                headers(rs.getString("headers")),
                                rs.getString("body")),
                            rs.getBoolean("erased")))
                .findOne());
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
                .bind("headers", text(answer.headers()))
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

  private static String text(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
