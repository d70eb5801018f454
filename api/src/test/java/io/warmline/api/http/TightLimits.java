package io.warmline.api.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A server with limits that a test can reach. */
public class TightLimits implements QuarkusTestProfile {

  /** Requests in {@link #SECONDS}, for each key. */
  static final int REQUESTS = 4;

  static final int SECONDS = 400;

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TightContract.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "warmline.rate-limit.requests",
        String.valueOf(REQUESTS),
        "warmline.rate-limit.window",
        SECONDS + "s");
  }
}
