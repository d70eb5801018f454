package io.warmline.api.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server that does little at once. */
public class FewAtOnce implements QuarkusTestProfile {

  /** Requests; of one tenant three quarters. */
  static final int REQUESTS = 8;

  static final int OF_ONE = 6;

  /** Reports; of one tenant half. */
  static final int REPORTS = 2;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "warmline.requests-at-once", String.valueOf(REQUESTS),
        "warmline.reports.at-once", String.valueOf(REPORTS),
        "warmline.housekeeping.every", "off",
        "warmline.housekeeping.everybody", "off",
        "warmline.imports.every", "off");
  }
}
