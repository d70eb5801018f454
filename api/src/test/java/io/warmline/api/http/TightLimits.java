package io.warmline.api.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A server with limits that a test can reach. */
public class TightLimits implements QuarkusTestProfile {

  /** Requests in {@link #SECONDS}, for each key. */
  static final int REQUESTS = 4;

  /** Requests in {@link #SECONDS}, for each address from which somebody asks without a key. */
  static final int STRANGERS = 100;

  static final int SECONDS = 400;

  /** To the database. */
  static final int CONNECTIONS = 20;

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TightContract.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "warmline.rate-limit.requests",
        String.valueOf(REQUESTS),
        "warmline.rate-limit.strangers",
        String.valueOf(STRANGERS),
        "warmline.rate-limit.window",
        SECONDS + "s",
        "warmline.body-timeout",
        "2s",
        "quarkus.datasource.jdbc.max-size",
        String.valueOf(CONNECTIONS),
        "quarkus.datasource.jdbc.acquisition-timeout",
        "1S");
  }
}
