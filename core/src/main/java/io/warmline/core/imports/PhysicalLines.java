package io.warmline.core.imports;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, ended by LF, CRLF or CR. A line longer than a record may be is passed over
 * without being held in memory.
 */
final class PhysicalLines {

  /**
   * One line.
   *
   * @param number counted from 1
   * @param text without the line end; empty if the line was cut
   * @param end the line end as it stands in the file; empty at the end of the file
   * @param cut whether the line is longer than {@link LeadFileLimits#RECORD_CHARS}
   */
  record Line(long number, String text, String end, boolean cut) {}

  private final Reader reader;
  private final char[] buffer = new char[8192];
  private int position;
  private int limit;
  private long number;

  PhysicalLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line, or null at the end of the text. */
  @Nullable Line next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder();
    boolean cut = false;
    while (hasMore() && !isLineEnd(buffer[position])) {
      int end = endOfRun();
      cut = cut || text.length() + end - position > LeadFileLimits.RECORD_CHARS;
      if (!cut) {
        text.append(buffer, position, end - position);
      }
      position = end;
    }
    return new Line(number, cut ? "" : text.toString(), takeLineEnd(), cut);
  }

  private int endOfRun() {
    int end = position;
    while (end < limit && !isLineEnd(buffer[end])) {
      end++;
    }
    return end;
  }

  private String takeLineEnd() throws IOException {
    if (!hasMore()) {
      return "";
    }
    if (buffer[position++] == '\n') {
      return "\n";
    }
    if (hasMore() && buffer[position] == '\n') {
      position++;
      return "\r\n";
    }
    return "\r";
  }

  private boolean hasMore() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(reader.read(buffer, 0, buffer.length), 0);
    return limit > 0;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }
}
