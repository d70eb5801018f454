package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 unit by unit. Halves of surrogate pairs pass, so that the row that holds one can be told;
 * a single byte at the end of the file becomes U+FFFD.
 */
final class Utf16Reader extends DecodingReader {

  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private final boolean bigEndian;

  Utf16Reader(InputStream in, boolean bigEndian) {
    super(in);
    this.bigEndian = bigEndian;
  }

  @Override
  int decode() throws IOException {
    if (!has(2)) {
      position = limit;
      return REPLACEMENT_CHARACTER;
    }
    int first = bytes[position++] & 0xFF;
    int second = bytes[position++] & 0xFF;
    return bigEndian ? (first << 8) | second : (second << 8) | first;
  }
}
