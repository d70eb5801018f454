package io.warmline.core.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.warmline.core.id.ImportId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows of a file that were refused, or not taken whole, as a file to be mended and sent
 * again: the same columns in the same order, and a last one that says what is wrong, which an
 * import leaves out.
 *
 * <p>UTF-8, CRLF, the delimiter of the file. A row that cannot be taken apart stands whole in the
 * first column. Of an NDJSON file the lines stand in a column {@code line}. The rows are kept for
 * thirty days.
 */
@ApplicationScoped
public class RejectedRows {

  /** The column that says what is wrong; it is left out when the file is sent again. */
  static final String PROBLEM_COLUMN = "Import problem";

  private static final int PAGE = 500;
  private static final String LINES = "line";

  private final TenantTransaction transaction;
  private final Imports imports;
  private final ImportFindings findings;

  RejectedRows(TenantTransaction transaction, Imports imports, ImportFindings findings) {
    this.transaction = transaction;
    this.imports = imports;
    this.findings = findings;
  }

  /**
   * Writes the file, in memory that does not grow with it. Not to be called in a transaction.
   *
   * @param out flushed, not closed
   * @throws io.warmline.core.NotFound if the tenant has no such import; nothing was written then
   * @throws IOException if {@code out} refuses what is written
   */
  public void write(ImportId id, OutputStream out) throws IOException {
    imports.get(id);
    ImportFindings.Writing writing = transaction.call(() -> findings.writing(id));
    char delimiter = writing.delimiter().map(text -> text.charAt(0)).orElse(',');
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.CRLF).build(text);
    try {
      write(id, csv, writing, new CsvFields(delimiter));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
  }

  private void write(ImportId id, CsvWriter csv, ImportFindings.Writing writing, CsvFields fields) {
    boolean taken = writing.header().isPresent();
    List<String> header = cells(writing.header().orElse(LINES), taken, fields);
    csv.writeRecord(with(PROBLEM_COLUMN, header, header.size()));
    long last = 0;
    for (List<ImportFindings.KeptRow> page = page(id, last);
        !page.isEmpty();
        page = page(id, last)) {
      for (ImportFindings.KeptRow row : page) {
        csv.writeRecord(with(row.problem(), cells(row.content(), taken, fields), header.size()));
      }
      last = page.get(page.size() - 1).ordinal();
    }
  }

  private List<ImportFindings.KeptRow> page(ImportId id, long after) {
    return transaction.call(() -> findings.rows(id, after, PAGE));
  }

  private static List<String> cells(String content, boolean taken, CsvFields fields) {
    if (!taken) {
      return List.of(content);
    }
    try {
      return fields.of(new CsvRecords.CsvRecord(1, content, null)).stream()
          .map(text -> text.replace(SheetFile.LINE_END, '\n'))
          .toList();
    } catch (UnreadableRow whole) {
      return List.of(content);
    }
  }

  private static List<String> with(String last, List<String> cells, int columns) {
    List<String> row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
    while (row.size() < columns) {
      row.add("");
    }
    if (cells.size() > columns) {
      row.addAll(cells.subList(columns, cells.size()));
    }
    row.add(columns, last);
    return row;
  }
}
