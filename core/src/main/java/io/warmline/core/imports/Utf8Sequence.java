package io.warmline.core.imports;

/**
 * The byte sequences that are characters in UTF-8 (Unicode, table 3-7): neither overlong nor
 * surrogates.
 */
final class Utf8Sequence {

  static final int MALFORMED = 0;
  static final int TRUNCATED = -1;
  static final int LONGEST = 4;

  private Utf8Sequence() {}

  /**
   * The length of the sequence at this index, or {@link #MALFORMED}, or {@link #TRUNCATED} if it is
   * cut off at the limit.
   */
  static int lengthAt(byte[] bytes, int at, int limit) {
    int lead = bytes[at] & 0xFF;
    int length = lengthAfter(lead);
    for (int i = 1; i < length; i++) {
      if (at + i >= limit) {
        return TRUNCATED;
      }
      if (!continues(lead, i, bytes[at + i] & 0xFF)) {
        return MALFORMED;
      }
    }
    return length;
  }

  /** The code point of a well-formed sequence of this length. */
  static int codePointAt(byte[] bytes, int at, int length) {
    int codePoint = length == 1 ? bytes[at] : bytes[at] & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      codePoint = (codePoint << 6) | (bytes[at + i] & 0x3F);
    }
    return codePoint;
  }

  private static int lengthAfter(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return MALFORMED;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  private static boolean continues(int lead, int index, int next) {
    int lowest = index > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = index > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return next >= lowest && next <= highest;
  }
}
