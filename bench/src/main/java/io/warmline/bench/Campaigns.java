package io.warmline.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Campaigns to measure on. */
final class Campaigns {

  private Campaigns() {}

  /** A campaign whose leads can be called at any hour, of which one agent may hold them all. */
  static String roundTheClock(String name, int leaseSeconds) {
    return roundTheClock(
        name, "{\"leaseSeconds\": %d, \"maxClaimsPerAgent\": 10000}".formatted(leaseSeconds));
  }

  /** A campaign whose leads can be called at any hour. */
  static String roundTheClock(String name, String policy) {
    String hours =
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            .stream()
            .map(day -> "\"" + day + "\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]")
            .collect(Collectors.joining(", "));
    return """
    {"name": "%s", "defaultCountry": "US", "timeZone": "America/New_York", "callingHours": {%s},
     "policy": %s}\
    """
        .formatted(name, hours, policy);
  }
}
