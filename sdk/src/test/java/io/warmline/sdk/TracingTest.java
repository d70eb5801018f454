package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.warmline.sdk.FakeServer.Reply;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spans, where OpenTelemetry is there, and nothing amiss where it is not. */
class TracingTest extends SdkTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private static final Reply AGENTS = Reply.json(200, "{\"items\": []}");

  private static SpanData span() {
    List<SpanData> spans = TELEMETRY.getSpans();
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }

  private static Object attribute(String name) {
    return span().getAttributes().asMap().entrySet().stream()
        .filter(entry -> entry.getKey().getKey().equals(name))
        .map(entry -> entry.getValue())
        .findFirst()
        .orElse("none");
  }

  @Test
  void anOperationIsASpanWithTheAttributesOfHttp() {
    server.replies(Reply.json(200, "{\"id\": \"" + ID + "\"}"));

    client().raw();
    client().leads().getLead(ID);

    assertThat(span().getName()).isEqualTo("GET /v1/leads/{leadId}");
    assertThat(span().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(attribute("http.request.method")).isEqualTo("GET");
    assertThat(attribute("url.template")).isEqualTo("/v1/leads/{leadId}");
    assertThat(attribute("server.address")).isEqualTo("127.0.0.1");
    assertThat(attribute("server.port")).isEqualTo((long) URI.create(server.url()).getPort());
    assertThat(attribute("http.response.status_code")).isEqualTo(200L);
    assertThat(attribute("http.request.resend_count")).isEqualTo("none");
    assertThat(server.lastAsked().header("Traceparent"))
        .hasValueSatisfying(parent -> assertThat(parent).contains(span().getSpanId()));
  }

  @Test
  void triesAreOneSpan() {
    server.replies(Reply.problem(503, "UNAVAILABLE"), Reply.problem(429, "RATE_LIMITED"), AGENTS);

    client().agents().listAgents();

    assertThat(attribute("http.request.resend_count")).isEqualTo(2L);
    assertThat(attribute("http.response.status_code")).isEqualTo(200L);
    assertThat(span().getEvents()).hasSize(2);
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void aRefusalIsAnErrorByItsCode() {
    server.replies(Reply.problem(404, "NOT_FOUND"));

    assertThatThrownBy(() -> client().leads().getLead(ID)).isInstanceOf(NotFoundException.class);

    assertThat(attribute("error.type")).isEqualTo("NOT_FOUND");
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span().getStatus().getDescription()).isEmpty();
  }

  @Test
  void aConnectionThatFailsIsAnErrorToo() {
    server.otherwise(asked -> Reply.hangUp());

    assertThatThrownBy(() -> client(WarmlineClient.builder().maxRetries(0)).agents().listAgents())
        .isInstanceOf(ConnectionException.class);

    assertThat(attribute("error.type")).isEqualTo("NO_CONNECTION");
    assertThat(attribute("http.response.status_code")).isEqualTo("none");
  }

  @Test
  void noSpanHasWhatWasAskedFor() {
    server.replies(Reply.json(200, "{\"items\": []}"), AGENTS);

    client().leads().listLeads(LeadFilter.all().phone("+15046218927").email("j@example.com"));
    client().raw().send("GET", "/v1/numbers/%2B15046218927");

    assertThat(TELEMETRY.getSpans()).hasSize(2).noneMatch(span -> span.toString().contains("5046"));
    assertThat(TELEMETRY.getSpans()).noneMatch(span -> span.toString().contains("example.com"));
    assertThat(TELEMETRY.getSpans().get(1).getName()).isEqualTo("GET");
    assertThat(
            TELEMETRY.getSpans().get(1).getAttributes().get(AttributeKey.stringKey("url.template")))
        .isNull();
  }

  @Test
  void aParentOfOnesOwnIsKept() {
    server.replies(AGENTS);
    String mine = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    client().agents().listAgents(RequestOption.header("Traceparent", mine));

    assertThat(server.lastAsked().header("Traceparent")).contains(mine);
  }

  @Test
  void withoutOpenTelemetryNothingIsMissed() throws Exception {
    server.replies(AGENTS);
    try (URLClassLoader bare =
        new URLClassLoader(withoutOpenTelemetry(), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> bare.loadClass("io.opentelemetry.api.GlobalOpenTelemetry"))
          .isInstanceOf(ClassNotFoundException.class);
      Object builder =
          bare.loadClass("io.warmline.sdk.WarmlineClient").getMethod("builder").invoke(null);
      builder.getClass().getMethod("baseUrl", String.class).invoke(builder, server.url());
      builder.getClass().getMethod("apiKey", String.class).invoke(builder, "wl_test_1");
      Object client = builder.getClass().getMethod("build").invoke(builder);
      Object raw = client.getClass().getMethod("raw").invoke(client);
      Class<?> option = bare.loadClass("io.warmline.sdk.RequestOption");
      Object none = java.lang.reflect.Array.newInstance(option, 0);

      Object answer =
          raw.getClass()
              .getMethod("send", String.class, String.class, none.getClass())
              .invoke(raw, "GET", "/v1/agents", none);

      assertThat(answer).hasToString("{\"items\":[]}");
      assertThat(server.lastAsked().header("Traceparent")).isEmpty();
    }
    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  private static URL[] withoutOpenTelemetry() throws java.net.MalformedURLException {
    List<Path> places =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(place -> !place.toString().contains("opentelemetry"))
            .toList();
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = places.get(i).toUri().toURL();
    }
    return urls;
  }
}
