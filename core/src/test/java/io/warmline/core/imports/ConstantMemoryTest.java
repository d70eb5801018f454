package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.warmline.core.imports.LeadFile.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantMemoryTest {

  /** More than twenty times what may be read ahead. */
  private static final long ROWS = 100_000;

  private static final long MANY = 200_000;

  /** The characters of a text in a workbook. */
  private static final int TEXT = 300;

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
        assertThat(file.next()).isInstanceOf(FileRow.Parsed.class);
        rows++;
        if (rows % 1000 == 0) {
          assertThat(source.consumed).isLessThan(source.bytesOf(rows) + AHEAD);
        }
      }

      assertThat(rows).isEqualTo(ROWS);
    }
  }

  private static Path longWorkbook(Path file, long lines) throws IOException {
    String padding = "x".repeat(TEXT);
    StringBuilder rows = new StringBuilder(Workbook.texts(1, "Name", "Phone"));
    for (int row = 2; row <= lines; row++) {
      rows.append(Workbook.texts(row, padding + row, "+12125" + (500_000 + row)));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      new Workbook().sheet("Leads", rows.toString()).writeTo(out);
    }
    return file;
  }

  /**
   * 200,000 rows, of which the texts alone are 60 MB, in a heap of 24 MB that holds the program
   * too.
   */
  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX"})
  void aLargeFileIsReadWithinASmallHeap(String format, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("leads." + format);
    if (format.equals("CSV")) {
      try (OutputStream out = Files.newOutputStream(file);
          InputStream rows =
              new GeneratedFile(
                  "name,phone\n",
                  MANY,
                  row -> utf8("x".repeat(TEXT) + row + ",+12125" + (500_000 + row) + "\n"))) {
        rows.transferTo(out);
      }
    } else {
      longWorkbook(file, MANY);
    }

    assertThat(
            ReadWithinAHeap.in(24, format, file.toString(), folder.resolve("lines.csv").toString()))
        .isEqualTo(String.valueOf(format.equals("CSV") ? MANY : MANY - 1));
  }

  @Test
  void rowsOfCsvAreLetGoAsTheyAreRead() throws IOException {
    assertRowsAreLetGo(
        new GeneratedFile("phone,name\n", ROWS, row -> utf8(row + ",Ann Berg\n")),
        Format.CSV,
        ROWS);
  }

  /** Of many rows that were read the garbage collector finds hardly one that somebody holds. */
  private static void assertRowsAreLetGo(InputStream source, Format format, long rows)
      throws IOException {
    List<WeakReference<FileRow>> read = new ArrayList<>();
    try (LeadFile file =
        LeadFile.open(source, format, new FileOptions(ColumnMapping.automatic()))) {
      while (read.size() < rows - 1) {
        read.add(new WeakReference<>(file.next()));
      }
      System.gc();

      assertThat(read.stream().filter(row -> row.get() != null).count()).isLessThan(rows / 100);
      assertThat(file.next()).isInstanceOf(FileRow.Parsed.class);
      assertThat(file.hasNext()).isFalse();
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
