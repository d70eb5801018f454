package io.warmline.api.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may ask. */
@ConfigMapping(prefix = "warmline.rate-limit")
public interface Limits {

  /** Requests a window, for each key. */
  @WithDefault("6000")
  long requests();

  /**
   * Requests a window without a key, or with one that is not known, for each address they come
   * from. Whoever runs a proxy in front names it in {@code WARMLINE_TRUSTED_PROXIES}, or all come
   * from its address.
   */
  @WithDefault("600")
  long strangers();

  /** Length of the window. */
  @WithDefault("10s")
  Duration window();
}
