package io.warmline.core.imports;

import java.io.InputStream;

/**
 * Windows-1252, with the five bytes it leaves undefined read as control characters, as browsers do
 * (WHATWG Encoding).
 */
final class Windows1252Reader extends DecodingReader {

  private static final String FROM_80_TO_9F =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  Windows1252Reader(InputStream in) {
    super(in);
  }

  @Override
  int decode() {
    return character(bytes[position++]);
  }

  static char character(byte value) {
    int unsigned = value & 0xFF;
    return unsigned >= 0x80 && unsigned < 0xA0
        ? FROM_80_TO_9F.charAt(unsigned - 0x80)
        : (char) unsigned;
  }
}
