package io.warmline.api.openid;

import java.time.Duration;

/**
 * The keys of the provider are not known at the moment, so that no token can be told from a lie.
 */
public final class ProviderAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Duration wait;

  /**
   * @param wait after which it is asked again
   */
  ProviderAway(Duration wait) {
    super("The provider of OpenID Connect does not tell its keys at the moment.");
    this.wait = wait;
  }

  public Duration untilNext() {
    return wait;
  }
}
