package io.warmline.api.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.ReadableSpan;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Remembers the traces that requests belong to, by their X-Request-Id. */
@Singleton
public class TraceSeen {

  private final Map<String, Trace> traces = new ConcurrentHashMap<>();

  /**
   * The trace of a request.
   *
   * @param trace 32 hexadecimal digits
   * @param parent the caller's span, 16 hexadecimal digits; zeros if there is none, or if the
   *     caller said not to record
   * @param span the request's own
   * @param logged the trace in the lines of the log
   */
  record Trace(String trace, String parent, String span, String logged) {}

  @ServerRequestFilter
  public void see(ContainerRequestContext request) {
    Span span = Span.current();
    String parent =
        span instanceof ReadableSpan recorded
            ? recorded.getParentSpanContext().getSpanId()
            : SpanId.getInvalid();
    traces.put(
        request.getHeaderString(RequestIds.HEADER),
        new Trace(
            span.getSpanContext().getTraceId(),
            parent,
            span.getSpanContext().getSpanId(),
            String.valueOf(MDC.get("traceId"))));
  }

  Trace of(String requestId) {
    return Objects.requireNonNull(traces.get(requestId), "the request was not seen");
  }
}
