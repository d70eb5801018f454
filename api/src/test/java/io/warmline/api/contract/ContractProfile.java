package io.warmline.api.contract;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A server whose time stands still and that does nothing by itself. */
public class ContractProfile implements QuarkusTestProfile {

  static final String OPERATOR_KEY = "the-key-of-whoever-runs-this-server";

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(StandingClock.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "warmline.operator-key", OPERATOR_KEY,
        "warmline.first-start", "false",
        "warmline.housekeeping.every", "off",
        "warmline.housekeeping.everybody", "off",
        "warmline.imports.every", "off",
        "warmline.rate-limit.requests", "1000000",
        "warmline.rate-limit.strangers", "1000000");
  }
}
