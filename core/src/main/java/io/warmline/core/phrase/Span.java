package io.warmline.core.phrase;

/**
 * A stretch of the prospect's words.
 *
 * @param start its first character, from 0
 * @param end the character behind its last
 */
public record Span(int start, int end) {

  /** Checks the order. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span must not end before it begins");
    }
  }

  /** From the beginning of the one to the end of the other, wherever they stand. */
  Span and(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Whether a character is in both. */
  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The words it covers. */
  public String in(String words) {
    return words.substring(Math.min(start, words.length()), Math.min(end, words.length()));
  }
}
