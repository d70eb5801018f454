package io.warmline.core.tenant;

import io.warmline.core.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A text that nobody can guess and that is as good as a key. It is shown once, and only its digest
 * is kept, so that whoever reads the database learns none.
 *
 * @param text such as fits into a URL
 */
public record SecretToken(String text) {

  /** A new one of this many random bytes. */
  public static SecretToken ofBytes(int count) {
    byte[] secret = new byte[count];
    new SecureRandom().nextBytes(secret);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** By which it is known: its SHA-256. */
  public String digest() {
    return Sha256.of(text);
  }

  /** Hides it. */
  @Override
  public String toString() {
    return "SecretToken[…]";
  }
}
