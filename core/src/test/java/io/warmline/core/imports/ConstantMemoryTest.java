package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.imports.LeadFile.Format;
import java.io.InputStream;
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
        new GeneratedFile("phone,name,Size\n", ROWS, row -> row + ",\"Ann \"\"A\"\" Berg\",XL\n");

    assertAllReadAsAskedFor(source, Format.CSV);
  }

  @Test
  void manyLinesOfNdjsonAreReadAsTheyAreAskedFor() {
    GeneratedFile source =
        new GeneratedFile("", ROWS, row -> "{\"phone\":\"" + row + "\",\"Size\":\"XL\"}\n");

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

  @Test
  void aLineOfAHundredMegabytesIsPassedOver() {
    String part = "x".repeat(8000);
    GeneratedFile source = new GeneratedFile("phone,city\n", 15_000, row -> part);

    try (LeadFile file = LeadFile.open(source, Format.CSV, ColumnMapping.automatic())) {
      assertThat(broken(file.next()).code()).isEqualTo(RowProblem.RECORD_TOO_LONG);
      assertThat(file.hasNext()).isFalse();
    }
  }

  /** A file that is written while it is read. */
  private static final class GeneratedFile extends InputStream {

    private final long rows;
    private final LongFunction<String> content;
    private final long headerBytes;
    private byte[] current;
    private int position;
    private long row;
    private long consumed;
    private long written;

    GeneratedFile(String header, long rows, LongFunction<String> content) {
      this.rows = rows;
      this.content = content;
      this.current = header.getBytes(StandardCharsets.UTF_8);
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
        current = content.apply(row++).getBytes(StandardCharsets.UTF_8);
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
