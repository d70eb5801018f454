package io.warmline.api.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A file on its way, which holds a thread while it is read. It breaks off where the contract's
 * limit is passed, and where it comes more slowly than a bad telephone line.
 */
final class CountedBody extends FilterInputStream {

  /** Time to begin, and for pauses. */
  static final Duration GRACE = Duration.ofSeconds(30);

  /** Beyond that. */
  static final int LEAST_BYTES_PER_SECOND = 2000;

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final Contract.Operation operation;
  private final LongSupplier nanos;
  private final long began;
  private long read;

  CountedBody(InputStream in, Contract.Operation operation, LongSupplier nanos) {
    super(in);
    this.operation = operation;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) {
    read += more;
    if (read > operation.mostBytes()) {
      throw RequestGuard.tooLarge(operation);
    }
    long seconds = (nanos.getAsLong() - began) / NANOS - GRACE.toSeconds();
    if (seconds > 0 && read / seconds < LEAST_BYTES_PER_SECOND) {
      throw HttpProblem.of(
          ProblemKind.TOO_SLOW,
          "A file has to arrive at " + LEAST_BYTES_PER_SECOND + " bytes a second or more.");
    }
  }
}
