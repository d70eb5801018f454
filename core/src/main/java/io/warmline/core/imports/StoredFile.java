package io.warmline.core.imports;

import io.warmline.core.tenant.TenantTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A received file, read piece by piece, each in a short transaction of its own. */
final class StoredFile extends InputStream {

  private final TenantTransaction transaction;
  private final ImportJobs jobs;
  private final ImportJob job;
  private byte[] chunk = {};
  private int position;
  private int ordinal;
  private long bytes;

  StoredFile(TenantTransaction transaction, ImportJobs jobs, ImportJob job) {
    this.transaction = transaction;
    this.jobs = jobs;
    this.job = job;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  /** The bytes that were read of it. */
  long bytesRead() {
    return bytes - chunk.length + position;
  }

  /** Fetches the next piece where this one was read. A file that ends early is no shorter file. */
  private boolean hasMore() throws IOException {
    if (position < chunk.length) {
      return true;
    }
    if (bytes == job.bytes()) {
      return false;
    }
    Optional<byte[]> next = transaction.call(() -> jobs.chunk(job.id(), ordinal));
    if (next.isEmpty()) {
      throw new IOException("%d of the %d bytes received are there".formatted(bytes, job.bytes()));
    }
    chunk = next.get();
    position = 0;
    ordinal++;
    bytes += chunk.length;
    return true;
  }
}
