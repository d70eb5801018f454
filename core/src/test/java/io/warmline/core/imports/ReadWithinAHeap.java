package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a file as an import does, in a process of its own whose heap is bounded, and prints how
 * many rows there were. A file that is kept does not fit.
 */
final class ReadWithinAHeap {

  private ReadWithinAHeap() {}

  /**
   * Reads.
   *
   * @param arguments the format, the file, and a place for the lines of a workbook
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    LeadFile.Format format = LeadFile.Format.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    if (format == LeadFile.Format.XLSX) {
      Path lines = Path.of(arguments[2]);
      try (SheetFile sheet = SheetFile.open(file, Optional.empty());
          Writer out = Files.newBufferedWriter(lines, StandardCharsets.UTF_8)) {
        sheet.writeTo(out);
      }
      file = lines;
    }
    try (InputStream in = Files.newInputStream(file);
        LeadFile rows = LeadFile.open(in, format, ColumnMapping.automatic())) {
      long parsed = 0;
      while (rows.hasNext()) {
        parsed += rows.next() instanceof FileRow.Parsed ? 1 : 0;
      }
      System.out.println(parsed);
    }
  }

  /** What it printed, with so many megabytes; its complaint if it did not end well. */
  static String in(int megabytes, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReadWithinAHeap.class.getName());
    process.command().addAll(List.of(arguments));
    Process reading = process.redirectErrorStream(true).start();
    String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reading.waitFor();
    return said.strip();
  }
}
