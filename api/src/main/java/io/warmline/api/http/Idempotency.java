package io.warmline.api.http;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.idempotency.IdempotencyKeys;
import io.warmline.core.idempotency.StoredAnswer;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Runs an operation in one transaction, together with looking up and keeping its answer. */
@ApplicationScoped
public class Idempotency {

  private final TenantTransaction transaction;
  private final IdempotencyKeys keys;
  private final RequestFacts facts;
  private final Audit audit;
  private final LimitedKeys limited;
  private final CurrentTenant current;
  private final StoredAnswers stored;
  private final Clock clock;

  Idempotency(
      TenantTransaction transaction,
      IdempotencyKeys keys,
      RequestFacts facts,
      Audit audit,
      LimitedKeys limited,
      CurrentTenant current,
      StoredAnswers stored,
      Clock clock) {
    this.transaction = transaction;
    this.keys = keys;
    this.facts = facts;
    this.audit = audit;
    this.limited = limited;
    this.current = current;
    this.stored = stored;
    this.clock = clock;
  }

  /**
   * The answer is one that was given before. Not a failure: the way out of an operation that need
   * not run.
   */
  public static final class Replayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoredAnswer answer;

    Replayed(StoredAnswer answer) {
      super("replayed", null, false, false);
      this.answer = answer;
    }
  }

  /**
   * Runs the work in one transaction; a write that carries a key only if it was not done before.
   *
   * @throws Replayed if it was done before
   */
  public <T> T once(Supplier<T> work) {
    Optional<String> key =
        facts.isWrite() ? facts.idempotencyKey().map(this::own) : Optional.empty();
    T result =
        transaction.call(
            () -> {
              limited.requireReached();
              return onRecord(key.isPresent() ? keyed(key.get(), work) : work.get());
            });
    if (result instanceof RestResponse<?>) {
      facts.putOnRecord();
    }
    return result;
  }

  /**
   * Runs work that reads, and asks the database one thing: for whoever sees everything that needs
   * no transaction around it.
   */
  public <T> T asked(Supplier<T> work) {
    return current.reach().isWhole() && !audit.isWanted() ? work.get() : once(work);
  }

  /** Answers to those who see everything are not told to others, whatever key they guess. */
  private String own(String key) {
    return current.reach().isWhole() ? key : current.reach().label() + " " + key;
  }

  /** In the transaction of the work, so that it is on record exactly if it was done. */
  private <T> T onRecord(T result) {
    if (result instanceof RestResponse<?> answer && audit.isWanted()) {
      audit.keep(answer);
    }
    return result;
  }

  private <T> T keyed(String key, Supplier<T> work) {
    String fingerprint = facts.fingerprint();
    keys.begin(key, fingerprint)
        .ifPresent(
            answer -> {
              throw new Replayed(
                  stored.opened(key, answer).orElseThrow(Idempotency::notTheSameCaller));
            });
    T result = work.get();
    StoredAnswer answer = stored.of((RestResponse<?>) result);
    keys.keep(key, fingerprint, stored.sealed(key, answer), clock.instant());
    return result;
  }

  private static WarmlineException notTheSameCaller() {
    return new WarmlineException(
        ProblemCode.ANSWER_ERASED,
        "This request was done before. Its answer is given again to the API key that made the"
            + " request, and to no other.");
  }

  @ServerExceptionMapper
  Response replay(Replayed replayed) {
    StoredAnswer answer = replayed.answer;
    Response.ResponseBuilder response =
        Response.status(answer.status()).header("Idempotent-Replayed", "true");
    answer.headers().forEach(response::header);
    if (answer.body() != null) {
      response.type("application/json").entity(answer.body());
    }
    return response.build();
  }
}
