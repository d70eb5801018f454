package io.warmline.api.openid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads what a provider publishes: small, soon, and from where it was asked for. */
final class SmallAnswers {

  /** The largest sets of keys have some 20 kB. */
  static final int MOST_BYTES = 256 * 1024;

  private final HttpClient http;
  private final Duration patience;

  /**
   * @param patience how long an answer may take, to its last byte
   */
  SmallAnswers(Duration patience) {
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * The text at an address.
   *
   * @throws IOException if it does not come in time, is too long, or anything but 200
   */
  String get(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").GET().build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(request, head -> new Limited(head.statusCode()));
    try {
      return new String(
          coming.get(patience.toMillis(), TimeUnit.MILLISECONDS).body(), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException(address + " does not answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(address + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Hangs up as soon as it is too much. */
  private static final class Limited implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final int status;
    private Flow.@Nullable Subscription subscription;
    private int bytes;

    Limited(int status) {
      this.status = status;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
      subscription = opened;
      whole.onSubscribe(opened);
      if (status != 200) {
        giveUp("the status is " + status);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      bytes += parts.stream().mapToInt(ByteBuffer::remaining).sum();
      if (bytes > MOST_BYTES) {
        giveUp("the answer has more than " + MOST_BYTES + " bytes");
      } else if (!result.isDone()) {
        whole.onNext(parts);
      }
    }

    private void giveUp(String why) {
      if (subscription != null) {
        subscription.cancel();
      }
      result.completeExceptionally(new IOException(why));
    }

    @Override
    public void onError(Throwable failure) {
      result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
      whole.getBody().thenAccept(result::complete);
    }
  }
}
