package io.warmline.api.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The rate limit of an API key. */
@ConfigMapping(prefix = "warmline.rate-limit")
public interface Limits {

  /** Requests a window, for each key. */
  @WithDefault("6000")
  @Min(1)
  long requests();

  /** Length of the window. */
  @WithDefault("10s")
  Duration window();
}
