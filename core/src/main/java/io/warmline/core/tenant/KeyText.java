package io.warmline.core.tenant;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a key is spelled: {@code wl_live_}, 32 random letters and digits, and six that check the rest
 * (CRC-32 in base 62, lowest digit first). A slip of the hand shows without asking anybody, and
 * scanners recognise a key that leaked.
 */
final class KeyText {

  static final Pattern PATTERN = Pattern.compile("wl_(?:live|test)_[0-9A-Za-z]{38}");

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String LIVE = "wl_live_";
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyText() {}

  /** A new one that nobody can guess. */
  static String generate() {
    StringBuilder secret = new StringBuilder(LIVE);
    for (int i = 0; i < SECRET_LENGTH; i++) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return secret + checksum(secret.toString());
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    StringBuilder digits = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return digits.toString();
  }

  static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** Whether it is spelled as a key of ours and its last six do not fit the rest. */
  static boolean isMistyped(String key) {
    int end = key.length() - CHECKSUM_LENGTH;
    return PATTERN.matcher(key).matches()
        && !checksum(key.substring(0, end)).equals(key.substring(end));
  }

  /**
   * Refuses what cannot be a key. Keys of one's own may be spelled in other ways.
   *
   * @throws IllegalArgumentException if it does not have 20 to 200 visible ASCII characters, or
   *     looks like a generated key and is none
   */
  static void requireFit(String key) {
    boolean visible = key.chars().allMatch(c -> c > ' ' && c < 127);
    if (key.length() < SHORTEST || key.length() > LONGEST || !visible) {
      throw new IllegalArgumentException("an API key has 20 to 200 visible ASCII characters");
    }
    if (isMistyped(key)) {
      throw new IllegalArgumentException(
          "the API key is mistyped: its last six characters do not fit the rest");
    }
  }
}
