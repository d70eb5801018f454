package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lead list that is read row by row, in memory that does not grow with the file ({@link
 * LeadFileLimits}).
 *
 * <p>Encoding and delimiter are found from the head of the file, unless the sender says. UTF-8,
 * UTF-16 (either order, with or without byte order mark), the encodings of other scripts and
 * Windows-1252 are found; bytes that are not UTF-8 in a file that is otherwise are read as
 * Windows-1252. Lines end with LF, CRLF or CR. A row that cannot be read is a {@link
 * FileRow.Broken} and does not stop the rows after it; blank rows are passed over.
 *
 * <p>Not thread-safe. Failures of the stream surface as {@link UncheckedIOException}.
 */
public final class LeadFile implements Iterator<FileRow>, AutoCloseable {

  /** How the rows are written. */
  public enum Format {
    /** RFC 4180 with a header; comma, semicolon, tab or pipe between the fields. */
    CSV,
    /** One JSON object a line. */
    NDJSON,
    /** A sheet of an Excel workbook, as {@link SheetFile} has written it out. */
    XLSX
  }

  private final InputStream in;
  private final RowSource rows;
  private final DetectedLayout detected;
  private @Nullable FileRow upcoming;

  private LeadFile(InputStream in, RowSource rows, DetectedLayout detected) {
    this.in = in;
    this.rows = rows;
    this.detected = detected;
  }

  /**
   * Reads as much of the file as is needed to know its layout.
   *
   * @param in closed with the lead file; when the file is refused it stays open
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if it is no lead list in this
   *     format, with a message that says what it looks like and what to send instead; INVALID_VALUE
   *     if the mapping names columns that a CSV file does not have
   */
  public static LeadFile open(InputStream in, Format format, ColumnMapping mapping) {
    return open(in, format, new FileOptions(mapping));
  }

  /** As {@link #open(InputStream, Format, ColumnMapping)}, with more that the sender says. */
  public static LeadFile open(InputStream in, Format format, FileOptions options) {
    try {
      FileHead head = FileHead.of(in, format, options.charset());
      return switch (format) {
        case CSV -> openCsv(in, head, DelimiterDetection.of(head.sample()), options);
        case XLSX -> openSheet(in, head, options);
        case NDJSON -> openNdjson(in, head, options.mapping());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LeadFile openSheet(InputStream in, FileHead head, FileOptions options)
      throws IOException {
    CsvRows rows = CsvRows.ofSheet(head.text(), options);
    return new LeadFile(
        in,
        rows,
        new DetectedLayout(
            Format.XLSX,
            head.encoding().charset(),
            null,
            Optional.of(rows.source()),
            rows.header(),
            rows.columns()));
  }

  private static LeadFile openCsv(
      InputStream in, FileHead head, char delimiter, FileOptions options) throws IOException {
    CsvRows rows = CsvRows.of(head.text(), delimiter, options);
    Charset charset = head.encoding().charset();
    return new LeadFile(
        in,
        rows,
        new DetectedLayout(
            Format.CSV,
            charset,
            delimiter,
            Optional.of(rows.source()),
            rows.header(),
            rows.columns()));
  }

  private static LeadFile openNdjson(InputStream in, FileHead head, ColumnMapping mapping)
      throws IOException {
    NdjsonRows rows = NdjsonRows.of(head.text(), head.sample(), mapping);
    Charset charset = head.encoding().charset();
    return new LeadFile(
        in,
        rows,
        new DetectedLayout(Format.NDJSON, charset, null, Optional.empty(), null, rows.columns()));
  }

  /** What the file turned out to look like. */
  public DetectedLayout detected() {
    return detected;
  }

  @Override
  public boolean hasNext() {
    if (upcoming == null) {
      upcoming = read();
    }
    return upcoming != null;
  }

  @Override
  public FileRow next() {
    FileRow next = upcoming != null ? upcoming : read();
    upcoming = null;
    if (next == null) {
      throw new NoSuchElementException("the lead file has no more rows");
    }
    return next;
  }

  /**
   * The row that {@link #next} gave last, as it stands in the file, until {@link #hasNext} is asked
   * for another. Empty if it was too long to be kept.
   */
  String text() {
    return rows.text();
  }

  private @Nullable FileRow read() {
    try {
      return rows.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that are left, one by one; to be consumed once, before this file is closed. */
  public Stream<FileRow> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
