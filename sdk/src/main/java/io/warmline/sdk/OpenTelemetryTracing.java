package io.warmline.sdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span for each operation, with the attributes of the semantic conventions for HTTP: method,
 * template of the path, server, status, what went wrong, how often it was sent again. No ids, no
 * query, no personal data. The only class that knows OpenTelemetry, which need not be there.
 */
final class OpenTelemetryTracing implements Tracing {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<Long> RESENT =
      AttributeKey.longKey("http.request.resend_count");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  @Override
  public Operation begin(Request request, URI server) {
    // Asked each time: a program may set its own after it has made a client.
    OpenTelemetry telemetry = GlobalOpenTelemetry.getOrNoop();
    SpanBuilder span =
        telemetry
            .getTracer("io.warmline.sdk")
            .spanBuilder(
                request.template().map(t -> request.method() + " " + t).orElse(request.method()))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(METHOD, request.method())
            .setAttribute(ADDRESS, server.getHost())
            .setAttribute(PORT, (long) port(server));
    request.template().ifPresent(template -> span.setAttribute(TEMPLATE, template));
    return new Traced(telemetry, span.startSpan());
  }

  private static int port(URI server) {
    if (server.getPort() >= 0) {
      return server.getPort();
    }
    return "https".equals(server.getScheme()) ? 443 : 80;
  }

  private record Traced(OpenTelemetry telemetry, Span span) implements Operation {

    @Override
    public Request carried(Request request) {
      Map<String, String> headers = new TreeMap<>();
      telemetry
          .getPropagators()
          .getTextMapPropagator()
          .inject(
              Context.current().with(span),
              headers,
              (carrier, name, value) -> {
                if (carrier != null) {
                  carrier.put(name, value);
                }
              });
      Request carried = request;
      for (Map.Entry<String, String> header : headers.entrySet()) {
        if (!request.hasHeader(header.getKey())) {
          carried = carried.header(header.getKey(), header.getValue());
        }
      }
      return carried;
    }

    @Override
    public void tried(Attempt attempt) {
      attempt.status().ifPresent(status -> span.setAttribute(STATUS, (long) status));
      if (attempt.number() > 1) {
        span.setAttribute(RESENT, attempt.number() - 1L);
        span.addEvent("sent again", Attributes.of(RESENT, attempt.number() - 1L));
      }
    }

    @Override
    public void failed(WarmlineException failure) {
      span.setAttribute(ERROR, failure.code());
      span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
