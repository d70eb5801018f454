package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-8 in which each byte that belongs to no well-formed sequence is read as Windows-1252. Lists
 * glued together from several sources, and lists whose first umlaut comes after the head, are read
 * right that way.
 */
final class Utf8Reader extends DecodingReader {

  Utf8Reader(InputStream in) {
    super(in);
  }

  @Override
  int decode() throws IOException {
    if (bytes[position] >= 0) {
      return bytes[position++];
    }
    int length = Utf8Sequence.lengthAt(bytes, position, limit);
    if (length == Utf8Sequence.TRUNCATED) {
      has(Utf8Sequence.LONGEST);
      length = Utf8Sequence.lengthAt(bytes, position, limit);
    }
    if (length == Utf8Sequence.MALFORMED || length == Utf8Sequence.TRUNCATED) {
      return Windows1252Reader.character(bytes[position++]);
    }
    int codePoint = Utf8Sequence.codePointAt(bytes, position, length);
    position += length;
    return codePoint;
  }
}
