package io.warmline.api.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Metrics of HTTP carry methods and paths of a closed set only. A label lives as long as the
 * process, and a stranger can make up methods and paths without end.
 */
@Singleton
public class ClosedLabels implements MeterFilter {

  static final String OTHER = "OTHER";

  private static final Set<String> HTTP = Set.of("http.server", "http.client");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> PLACES =
      Set.of(
          "root",
          "NOT_FOUND",
          "REDIRECTION",
          "UNKNOWN",
          "/cors-preflight",
          "/docs",
          "/mcp",
          "/openapi.yaml",
          "/q/openapi",
          "/q/metrics",
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started",
          "/q/health/well",
          "/swagger-ui");

  private final Contract contract;

  ClosedLabels(Contract contract) {
    this.contract = contract;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (HTTP.stream().noneMatch(id.getName()::startsWith)) {
      return id;
    }
    Meter.Id mapped = closed(id, "method", METHODS.contains(tag(id, "method")));
    String uri = tag(id, "uri");
    return closed(mapped, "uri", PLACES.contains(uri) || contract.paths().contains(uri));
  }

  private static String tag(Meter.Id id, String key) {
    String value = id.getTag(key);
    return value == null ? "" : value;
  }

  private static Meter.Id closed(Meter.Id id, String key, boolean known) {
    return known || id.getTag(key) == null ? id : id.withTag(Tag.of(key, OTHER));
  }
}
