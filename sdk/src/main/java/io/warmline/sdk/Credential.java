package io.warmline.sdk;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The API key, or the access token of a person, that a client shows with every request. */
record Credential(String secret) {
  private static final Pattern GENERATED = Pattern.compile("wl_(?:live|test)_[0-9A-Za-z]{38}");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int CHECKSUM_LENGTH = 6;

  Credential {
    if (!isVisible(secret)) {
      throw new IllegalArgumentException(
          "the API key must be visible ASCII characters without spaces, as wl_live_… or wl_test_…");
    }
    if (GENERATED.matcher(secret).matches() && !isWhole(secret)) {
      throw new IllegalArgumentException(
          "the API key is mistyped: its last six characters do not fit the rest");
    }
  }

  /**
   * The access token of a person.
   *
   * @throws IllegalStateException if it cannot be one; it is not repeated
   */
  static Credential token(@Nullable String token) {
    if (token == null || !isVisible(token)) {
      throw new IllegalStateException(
          "the supplier of access tokens gave none: a token is visible ASCII characters without"
              + " spaces, and without the word Bearer");
    }
    return new Credential(token);
  }

  private static boolean isVisible(String secret) {
    return !secret.isEmpty()
        && secret.chars().allMatch(character -> character > ' ' && character < 127);
  }

  /** The last six characters are CRC-32 of those before, in base 62, lowest digit first. */
  private static boolean isWhole(String key) {
    int end = key.length() - CHECKSUM_LENGTH;
    CRC32 crc = new CRC32();
    crc.update(key.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    for (int i = end; i < key.length(); i++) {
      if (key.charAt(i) != DIGITS.charAt((int) (rest % DIGITS.length()))) {
        return false;
      }
      rest /= DIGITS.length();
    }
    return true;
  }

  @Override
  public String toString() {
    return "Credential[hidden]";
  }
}
