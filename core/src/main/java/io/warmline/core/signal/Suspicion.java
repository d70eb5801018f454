package io.warmline.core.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Clicks that come sooner after the sending than a person could have read the message. */
@ApplicationScoped
class Suspicion {

  private final Duration scannersWithin;

  /**
   * @param scannersWithin so soon after the sending nobody but a scanner clicks
   */
  Suspicion(
      @ConfigProperty(name = "warmline.signals.scanners-within", defaultValue = "5s")
          Duration scannersWithin) {
    this.scannersWithin = scannersWithin;
  }

  /** Whether a click came too soon after this instant; null: nothing was sent, as far as known. */
  boolean isTooSoon(Instant clickedAt, @Nullable Instant sentAt) {
    return sentAt != null
        && !clickedAt.isBefore(sentAt)
        && clickedAt.isBefore(sentAt.plus(scannersWithin));
  }
}
