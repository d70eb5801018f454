package io.warmline.api.resource;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An iCalendar object as it is sent. Its lines are folded at 75 octets, never within a character
 * (RFC 5545, 3.1); the library counts characters instead, which makes lines too long where names
 * are not ASCII.
 */
final class ContentLines {

  private static final int MOST_OCTETS = 75;
  private static final byte[] FOLD = "\r\n ".getBytes(StandardCharsets.US_ASCII);

  private ContentLines() {}

  static byte[] of(ICalendar calendar) {
    return folded(text(calendar));
  }

  private static String text(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException("a calendar cannot be written to memory", e);
    }
    return text.toString();
  }

  /**
   * @param unfolded lines that end in CRLF
   */
  private static byte[] folded(String unfolded) {
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
