package io.warmline.api.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.warmline.core.webhook.Attempt;
import io.warmline.core.webhook.Courier;
import io.warmline.core.webhook.Destination;
import io.warmline.core.webhook.Parcel;
import io.warmline.core.webhook.Signature;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages by HTTP without holding a thread for one that is on its way. The name of a host
 * is looked up once, and the connection goes to the address that was looked at. Redirects are not
 * followed, and of an answer nothing is read but its head.
 *
 * <p>Its workers are threads of its own. Workers of Vert.x work in the context of whoever sends,
 * which all messages of a round have in common, of whatever tenants; so they would share one
 * request context, and what one of them ends would end for the others.
 */
@Singleton
public class HttpCourier implements Courier {

  private static final Logger LOG = Logger.getLogger(HttpCourier.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 15_000;

  /** Whatever hangs beyond this, such as the lookup of a name, is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MOST_HEAD_BYTES = 16 * 1024;
  private static final int MOST_CONNECTIONS = 1000;
  private static final int THREADS = 8;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Vertx vertx;
  private final HttpClient http;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(THREADS, HttpCourier::worker);
  private final Addresses addresses;
  private final MessageBody bodies;
  private final Clock clock;

  HttpCourier(Vertx vertx, Addresses addresses, MessageBody bodies, Clock clock) {
    this.vertx = vertx;
    this.addresses = addresses;
    this.bodies = bodies;
    this.clock = clock;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MOST_HEAD_BYTES)
                .setMaxInitialLineLength(MOST_HEAD_BYTES)
                .setVerifyHost(true),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  @PreDestroy
  void close() {
    http.close();
    workers.shutdownNow();
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "webhooks-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void carry(Parcel parcel, Consumer<Attempt> report) {
    Journey journey = new Journey(parcel, clock.instant(), report);
    long patience =
        vertx.setTimer(PATIENCE.toMillis(), t -> journey.failed(Attempt.Failure.TIMEOUT));
    journey.whenOver(() -> vertx.cancelTimer(patience));
    io.vertx.core.Future.fromCompletionStage(
            CompletableFuture.supplyAsync(() -> prepare(parcel, journey), workers))
        .compose(options -> http.request(options).compose(request -> send(request, journey)))
        .onSuccess(journey::answered)
        .onFailure(t -> journey.failed(Failures.of(t)));
  }

  private RequestOptions prepare(Parcel parcel, Journey journey) {
    Destination destination = parcel.destination();
    InetAddress address = addresses.of(destination);
    journey.body = bodies.of(parcel);
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
        .setHost(destination.host())
        .setPort(destination.port())
        .setSsl(destination.isSecure())
        .setURI(destination.target())
        .setFollowRedirects(false)
        .setTimeout(ANSWER_MILLIS);
  }

  private static io.vertx.core.Future<HttpClientResponse> send(
      HttpClientRequest request, Journey journey) {
    Parcel parcel = journey.parcel;
    long seconds = journey.at.getEpochSecond();
    request
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Warmline-Webhooks/1")
        .putHeader("webhook-id", parcel.messageId())
        .putHeader("webhook-timestamp", String.valueOf(seconds))
        .putHeader(
            "webhook-signature",
            Signature.header(parcel.secrets(), parcel.messageId(), seconds, journey.body));
    return request.send(Buffer.buffer(journey.body));
  }

  /** A message on its way, of which one end is told. */
  private final class Journey {

    private final Parcel parcel;
    private final Instant at;
    private final long began = System.nanoTime();
    private final Consumer<Attempt> report;
    private final AtomicBoolean over = new AtomicBoolean();
    private String body = "";
    private @Nullable Runnable atTheEnd;

    Journey(Parcel parcel, Instant at, Consumer<Attempt> report) {
      this.parcel = parcel;
      this.at = at;
      this.report = report;
    }

    void whenOver(Runnable work) {
      this.atTheEnd = work;
    }

    /**
     * What stands in the body does not matter, and closing the connection leaves it unread. That it
     * is closed is no news.
     */
    void answered(HttpClientResponse response) {
      int status = response.statusCode();
      Optional<Duration> wish = RetryAfter.of(response.getHeader("Retry-After"), clock.instant());
      response.exceptionHandler(closed -> {});
      response.request().reset();
      end(Attempt.answered(at, took(), status, wish));
    }

    void failed(Attempt.Failure failure) {
      end(Attempt.failed(at, took(), failure));
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    private void end(Attempt attempt) {
      if (!over.compareAndSet(false, true)) {
        return;
      }
      if (atTheEnd != null) {
        atTheEnd.run();
      }
      try {
        workers.execute(() -> tell(attempt));
      } catch (RejectedExecutionException e) {
        LOG.debugf("the server stops; %s is sent again", parcel.delivery());
      }
    }

    private void tell(Attempt attempt) {
      try {
        report.accept(attempt);
      } catch (RuntimeException e) {
        LOG.warnf(e, "an attempt was not kept; %s is sent again", parcel.delivery());
      }
    }
  }
}
