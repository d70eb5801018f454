package io.warmline.api.simulation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A server whose time the simulation moves, and whose housekeeping it calls for. */
public class YearProfile implements QuarkusTestProfile {

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(YearClock.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "warmline.first-start", "false",
        "warmline.housekeeping.every", "off",
        "warmline.housekeeping.everybody", "off",
        "warmline.imports.every", "off",
        "warmline.signals.scanners-within", "5s",
        "warmline.rate-limit.requests", "1000000000");
  }
}
