package io.warmline.api.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that breaks off where the contract's limit is passed. */
final class CountedBody extends FilterInputStream {

  private final Contract.Operation operation;
  private long read;

  CountedBody(InputStream in, Contract.Operation operation) {
    super(in);
    this.operation = operation;
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
  }
}
