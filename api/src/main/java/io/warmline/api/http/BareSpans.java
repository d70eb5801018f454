package io.warmline.api.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Spans tell which operation was asked for, and of what id; they hold no names, numbers and tokens
 * that stand in paths and queries. Whoever collects them may be somebody else.
 */
@Unremovable
@Singleton
public class BareSpans implements SpanProcessor {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
  private static final AttributeKey<String> AGENT = AttributeKey.stringKey("user_agent.original");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final String HIDDEN = "…";

  private final Contract contract;

  BareSpans(Contract contract) {
    this.contract = contract;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    String path = span.getAttribute(PATH);
    if (path == null) {
      return;
    }
    Optional<Contract.Operation> operation =
        contract.operationAt(String.valueOf(span.getAttribute(METHOD)), path);
    span.setAttribute(PATH, bare(path, operation));
    String query = span.getAttribute(QUERY);
    if (query != null && !query.isEmpty()) {
      span.setAttribute(QUERY, bareQuery(query, operation));
    }
    if (span.getAttribute(AGENT) != null && path.startsWith("/t/")) {
      span.setAttribute(AGENT, HIDDEN); // that of a prospect
    }
  }

  static String bare(String path, Optional<Contract.Operation> operation) {
    if (operation.isEmpty()) {
      return path.startsWith("/v1/") || path.startsWith("/t/")
          ? path.substring(0, path.indexOf('/', 1) + 1) + HIDDEN
          : path;
    }
    String[] given = path.split("/", -1);
    String[] named = operation.get().path().split("/", -1);
    for (int i = 0; i < named.length && i < given.length; i++) {
      if (named[i].contains("{")
          && !UUID.matcher(given[i].replaceFirst("\\.[a-z]+$", "")).matches()) {
        given[i] = named[i];
      }
    }
    return String.join("/", given);
  }

  static String bareQuery(String query, Optional<Contract.Operation> operation) {
    Set<String> known = operation.map(Contract.Operation::queryParameters).orElse(Set.of());
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2)[0])
        .map(name -> (known.contains(name) ? name + "=" : "") + HIDDEN)
        .collect(Collectors.joining("&"));
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
