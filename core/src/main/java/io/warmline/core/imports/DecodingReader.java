package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;

/**
 * Decodes bytes without ever failing or losing any. The JDK's decoders replace what is malformed
 * with U+FFFD; a lead list whose encodings are mixed would lose letters of names that way.
 */
abstract class DecodingReader extends Reader {

  private static final int NOTHING = -1;

  private final InputStream in;

  /** The bytes read ahead; those from {@link #position} to {@link #limit} are not decoded yet. */
  final byte[] bytes = new byte[8192];

  int position;
  int limit;
  private int pending = NOTHING;

  DecodingReader(InputStream in) {
    this.in = in;
  }

  /**
   * Decodes the next code point, or half of a surrogate pair, from at least one byte that is there.
   */
  abstract int decode() throws IOException;

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    int count = 0;
    while (count < length && canDecode(count == 0)) {
      target[offset + count] = nextUnit();
      count++;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  /**
   * Only the first character may wait for the source, so that reading goes no further than what is
   * asked for.
   */
  private boolean canDecode(boolean mayWait) throws IOException {
    return pending != NOTHING || position < limit || (mayWait && has(1));
  }

  private char nextUnit() throws IOException {
    if (pending != NOTHING) {
      char low = (char) pending;
      pending = NOTHING;
      return low;
    }
    int codePoint = decode();
    if (Character.isBmpCodePoint(codePoint)) {
      return (char) codePoint;
    }
    pending = Character.lowSurrogate(codePoint);
    return Character.highSurrogate(codePoint);
  }

  /** Whether so many bytes are left, after reading on if need be. */
  final boolean has(int wanted) throws IOException {
    while (limit - position < wanted) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      limit -= position;
      position = 0;
      int count = in.read(bytes, limit, bytes.length - limit);
      if (count < 0) {
        return false;
      }
      limit += count;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
