package io.warmline.api.resource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of an iCalendar object at 75 octets, never within a character (RFC 5545, 3.1).
 * The library counts characters instead, which makes lines too long where names are not ASCII.
 */
final class ContentLines {

  private static final int MOST_OCTETS = 75;
  private static final byte[] FOLD = "\r\n ".getBytes(StandardCharsets.US_ASCII);

  private ContentLines() {}

  /**
   * @param unfolded lines that end in CRLF
   */
  static byte[] folded(String unfolded) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(unfolded.length() + 64);
    int octets = 0;
    for (int i = 0; i < unfolded.length(); ) {
      int codePoint = unfolded.codePointAt(i);
      i += Character.charCount(codePoint);
      byte[] character = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
      boolean ending = codePoint == '\r' || codePoint == '\n';
      if (!ending && octets + character.length > MOST_OCTETS) {
        out.writeBytes(FOLD);
        octets = 1;
      }
      out.writeBytes(character);
      octets = ending ? 0 : octets + character.length;
    }
    return out.toByteArray();
  }
}
