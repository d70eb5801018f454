package io.warmline.sdk;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests, again where that is safe, and turns refusals into exceptions. Immutable. */
final class Transport {
  /** Files take their time: this stands in for both the deadline and the timeout of a request. */
  private static final Duration FILE_DEADLINE = Duration.ofHours(1);

  private static final System.Logger LOG = System.getLogger("io.warmline.sdk");

  private final Settings settings;
  private final HttpClient http;
  private final Surroundings surroundings;
  private final Tracing tracing = Tracing.here();

  Transport(Settings settings, HttpClient http, Surroundings surroundings) {
    this.settings = settings;
    this.http = http;
    this.surroundings = surroundings;
  }

  <T> T value(Request request, Class<T> type) {
    return send(request).as(type);
  }

  <T> Versioned<T> versioned(Request request, Class<T> type) {
    return Versioned.of(send(request), type);
  }

  /** The value, unless it still has the version that was read before. */
  <T> Optional<Versioned<T>> changed(Request request, Versioned<T> known, Class<T> type) {
    Answer answer = send(request.with(RequestOption.ifNoneMatch(known.etag())));
    return answer.unchanged() ? Optional.empty() : Optional.of(Versioned.of(answer, type));
  }

  /**
   * Sends until it succeeds or may not be tried again.
   *
   * @throws WarmlineException the last refusal, if it did not succeed
   */
  Answer send(Request unkeyed) {
    Request keyed = unkeyed.keyed();
    try (Tracing.Operation operation = tracing.begin(keyed, settings.baseUrl())) {
      return send(operation.carried(keyed), operation);
    }
  }

  private Answer send(Request request, Tracing.Operation operation) {
    try {
      return untilItMayNotBeTriedAgain(request, operation);
    } catch (WarmlineException e) {
      operation.failed(e);
      throw e;
    }
  }

  private Answer untilItMayNotBeTriedAgain(Request request, Tracing.Operation operation) {
    Instant giveUpAt = now().plus(deadline(request));
    boolean mayBeDone = false;
    for (int attempt = 1; ; attempt++) {
      WarmlineException failure;
      try {
        Answer answer = attempt(request, attempt, Duration.between(now(), giveUpAt), operation);
        if (isSuccess(request, answer) || (mayBeDone && deletedBefore(request, answer))) {
          request.tell(Received.of(answer));
          return answer;
        }
        failure = Problems.exception(answer);
      } catch (ConnectionException e) {
        failure = e;
      }
      waitOrThrow(request, attempt, failure, giveUpAt);
      mayBeDone |= mayHaveTakenEffect(failure);
    }
  }

  Instant now() {
    return surroundings.clock().instant();
  }

  /**
   * Waits.
   *
   * @throws ConnectionException if the thread is interrupted, which stays marked so
   */
  void pause(Duration wait) {
    try {
      surroundings.sleeper().sleep(wait);
    } catch (InterruptedException e) {
      throw interrupted("waiting", e);
    }
  }

  private static boolean isSuccess(Request request, Answer answer) {
    return answer.succeeded() || (request.asksForRedirect() && answer.redirected().isPresent());
  }

  /** An attempt whose answer was lost had deleted it: what is gone is what was wanted. */
  private static boolean deletedBefore(Request request, Answer answer) {
    return request.deletes() && answer.status() == 404;
  }

  private static boolean mayHaveTakenEffect(WarmlineException failure) {
    if (failure instanceof ConnectionException connection) {
      return !connection.neverSent();
    }
    return failure.status() == 408 || failure.status() >= 500;
  }

  private void waitOrThrow(
      Request request, int attempt, WarmlineException failure, Instant giveUpAt) {
    if (!request.repeatable() || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    Duration wait =
        retries(request)
            .waitAfter(attempt, failure, surroundings.random().getAsDouble())
            .filter(pause -> now().plus(pause).isBefore(giveUpAt))
            .orElseThrow(() -> failure);
    pause(wait);
  }

  private Answer attempt(Request request, int number, Duration left, Tracing.Operation operation) {
    Instant start = now();
    Answer answer = null;
    try {
      answer = exchange(request, shorter(left, timeout(request)));
      return answer;
    } finally {
      Attempt made = new Attempt(request, number, answer, Duration.between(start, now()));
      LOG.log(System.Logger.Level.DEBUG, made);
      operation.tried(made);
      settings.onAttempt().accept(made);
    }
  }

  /** Bounds the whole exchange: the client's own timeout ends with the head of the answer. */
  private Answer exchange(Request request, Duration timeout) {
    CompletableFuture<HttpResponse<InputStream>> response =
        http.sendAsync(toHttp(request), bodyOf(request));
    try {
      HttpResponse<InputStream> received = response.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(received.statusCode(), received.headers(), received.body(), now());
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new ConnectionException(
          "TIMEOUT", request.operation() + " got no answer within " + timeout, e);
    } catch (InterruptedException e) {
      response.cancel(true);
      throw interrupted(request.operation(), e);
    } catch (ExecutionException e) {
      throw new ConnectionException(
          "NO_CONNECTION", request.operation() + " got no answer", e.getCause());
    }
  }

  private HttpRequest toHttp(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri(settings.baseUrl()))
            .method(request.method(), request.body().publisher().get())
            .header("Authorization", "Bearer " + settings.credential().get().secret())
            .header("User-Agent", settings.userAgent());
    request.headers().forEach(builder::header);
    if (!request.body().contentType().isEmpty()) {
      builder.header("Content-Type", request.body().contentType());
    }
    return builder.build();
  }

  private static BodyHandler<InputStream> bodyOf(Request request) {
    return info ->
        (request.accepts("text/csv") || request.accepts(EventStream.MEDIA_TYPE))
                && info.statusCode() == 200
            ? BodySubscribers.ofInputStream()
            : BodySubscribers.mapping(BodySubscribers.ofByteArray(), Answer::inMemory);
  }

  private Duration deadline(Request request) {
    return request
        .deadline()
        .orElse(request.movesFile() ? FILE_DEADLINE : settings.retries().totalDeadline());
  }

  private Duration timeout(Request request) {
    return request
        .timeout()
        .orElse(request.movesFile() ? FILE_DEADLINE : settings.requestTimeout());
  }

  private Retries retries(Request request) {
    Retries usual = settings.retries();
    return request.retries().map(most -> new Retries(most, usual.totalDeadline())).orElse(usual);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static ConnectionException interrupted(String during, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ConnectionException("INTERRUPTED", during + " was interrupted", cause);
  }
}
