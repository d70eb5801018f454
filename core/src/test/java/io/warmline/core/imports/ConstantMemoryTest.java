package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.warmline.core.imports.LeadFile.Format;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ConstantMemoryTest {

  /** More than twenty times what may be read ahead. */
  private static final long ROWS = 100_000;

  /** What may be read ahead: the head, and the buffers of decoder and line reader. */
  private static final long AHEAD = LeadFileLimits.HEAD_BYTES + 3 * 8192L;

  @Test
  void manyRowsOfCsvAreReadAsTheyAreAskedFor() {
    GeneratedFile source =
        new GeneratedFile(
            "phone,name,Size\n", ROWS, row -> utf8(row + ",\"Ann \"\"A\"\" Berg\",XL\n"));

    assertAllReadAsAskedFor(source, Format.CSV);
  }

  @Test
  void manyLinesOfNdjsonAreReadAsTheyAreAskedFor() {
    GeneratedFile source =
        new GeneratedFile("", ROWS, row -> utf8("{\"phone\":\"" + row + "\",\"Size\":\"XL\"}\n"));

    assertAllReadAsAskedFor(source, Format.NDJSON);
  }

  private static void assertAllReadAsAskedFor(GeneratedFile source, Format format) {
    try (LeadFile file = LeadFile.open(source, format, ColumnMapping.automatic())) {
      long rows = 0;
      while (file.hasNext()) {
        assertThat(file.next()).isInstanceOf(LeadRow.Parsed.class);
        rows++;
        if (rows % 1000 == 0) {
          assertThat(source.consumed).isLessThan(source.bytesOf(rows) + AHEAD);
        }
      }

      assertThat(rows).isEqualTo(ROWS);
    }
  }

  /** Whoever kept a tenth of it would be found out. */
  @Test
  void aLineOfAHundredMegabytesIsPassedOverAndNotKept() {
    byte[] part = utf8("x".repeat(8000));
    long parts = 15_000;
    GeneratedFile source = new GeneratedFile("phone,city\n", parts, row -> part);

    try (LeadFile file = LeadFile.open(source, Format.CSV, ColumnMapping.automatic())) {
      long before = allocated();
      assertThat(broken(file.next()).code()).isEqualTo(RowProblem.RECORD_TOO_LONG);
      assertThat(file.hasNext()).isFalse();
      assertThat(allocated() - before).isLessThan(parts * part.length / 10);
    }
  }

  /** The bytes that this thread has ever allocated, kept or not. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file that is written while it is read. */
  private static final class GeneratedFile extends InputStream {

    private final long rows;
    private final LongFunction<byte[]> content;
    private final long headerBytes;
    private byte[] current;
    private int position;
    private long row;
    private long consumed;
    private long written;

    GeneratedFile(String header, long rows, LongFunction<byte[]> content) {
      this.rows = rows;
      this.content = content;
      this.current = utf8(header);
      this.headerBytes = current.length;
      this.written = headerBytes;
    }

    /** At least the bytes of so many rows, from the average of what was written. */
    long bytesOf(long count) {
      return headerBytes + (row == 0 ? 0 : (written - headerBytes) / row * count) + count;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      while (position == current.length) {
        if (row == rows) {
          return -1;
        }
        current = content.apply(row++);
        written += current.length;
        position = 0;
      }
      int count = Math.min(length, current.length - position);
      System.arraycopy(current, position, target, offset, count);
      position += count;
      consumed += count;
      return count;
    }
  }
}
