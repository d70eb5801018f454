package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.warmline.api.AgainstContract;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends messages just as they are, and holds every answer against the contract. */
final class Wire {

  /** For the whole answer: one that never ends fails its test. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  Wire(URI server) {
    this.server = server;
  }

  /** The answer, which is one that the contract allows. */
  Answer send(Message message) {
    Answer answer = sendUnchecked(message);
    assertThat(report(message, answer).getMessages())
        .as("%s %s: %s", message.method(), message.target(), answer)
        .isEmpty();
    return answer;
  }

  /** What the contract does not allow of an answer; empty if it allows all of it. */
  Optional<String> complaints(Message message, Answer answer) {
    ValidationReport report = report(message, answer);
    return report.hasErrors() ? Optional.of(report.getMessages().toString()) : Optional.empty();
  }

  private static ValidationReport report(Message message, Answer answer) {
    SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
    answer.headers().map().forEach(response::withHeader);
    if (answer.body().length > 0) {
      response.withBody(answer.body());
    }
    return AgainstContract.VALIDATOR.validateResponse(
        message.path(), Request.Method.valueOf(message.method()), response.build());
  }

  /** The answer to what the contract does not know. */
  Answer sendUnchecked(Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(message.target()))
            .method(message.method(), publisher(message));
    message.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          http.sendAsync(request.build(), BodyHandlers.ofByteArray())
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      assertThat(answer.header("X-Request-Id")).as("X-Request-Id of %s", answer).isNotBlank();
      return answer;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(message.method() + " " + message.target(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher publisher(Message message) {
    byte[] body = message.body();
    if (body == null) {
      return BodyPublishers.noBody();
    }
    return message.chunked()
        ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        : BodyPublishers.ofByteArray(body);
  }
}
