package io.warmline.api.openid;

/** A token that is not believed. The message says why, and nothing of what stands in the token. */
public final class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TokenRefused(String why) {
    super(why);
  }
}
