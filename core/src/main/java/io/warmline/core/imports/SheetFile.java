package io.warmline.core.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.warmline.core.InvalidValue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * One sheet of an Excel workbook (.xlsx), written out as the lines of a CSV file: row 7 is line 7,
 * so that a warning names the row that people see. Read row by row; only the texts that cells share
 * are held, at most {@link WorkbookPackage#STRING_BYTES} of them.
 *
 * <p>Numbers come with all their digits, dates as {@code 2027-12-31}, zeros that only the format
 * shows as they are shown, and formulas as the value that was last worked out.
 */
final class SheetFile implements AutoCloseable {

  /** Stands for a line end within a cell, so that a row stays one line. */
  static final char LINE_END = '\u2028';

  /** As many as a sheet can have. */
  private static final int MOST_ROWS = 1_048_576;

  private static final Pattern LINE_ENDS = Pattern.compile("\r\n|\r|\n");

  private final ReadableWorkbook workbook;
  private final Sheet sheet;

  private SheetFile(ReadableWorkbook workbook, Sheet sheet) {
    this.workbook = workbook;
    this.sheet = sheet;
  }

  /**
   * Opens a sheet: the one of this name, else the first with something in it that is not hidden.
   *
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if it is no workbook, has macros or
   *     a password, or would not fit; INVALID_VALUE if it has no such sheet
   */
  static SheetFile open(Path file, Optional<String> named) throws IOException {
    boolean formats = WorkbookPackage.inspect(file);
    ReadableWorkbook workbook = open(file, formats);
    try {
      Sheet sheet = named.isPresent() ? sheet(workbook, named.get()) : firstFilled(workbook);
      return new SheetFile(workbook, sheet);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static ReadableWorkbook open(Path file, boolean formats) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, false));
    } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static RuntimeException unreadable() {
    return UnreadableFile.because(
        "The workbook cannot be read. Save it once more as an Excel workbook (.xlsx), or as CSV"
            + " (UTF-8), and send that.");
  }

  private static Sheet sheet(ReadableWorkbook workbook, String name) {
    return workbook
        .findSheet(name)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "sheet",
                    "UNKNOWN_SHEET",
                    "names no sheet of the workbook; it has: "
                        + workbook
                            .getSheets()
                            .map(Sheet::getName)
                            .collect(Collectors.joining(", "))));
  }

  private static Sheet firstFilled(ReadableWorkbook workbook) throws IOException {
    for (Sheet sheet : visible(workbook)) {
      if (isFilled(sheet)) {
        return sheet;
      }
    }
    throw UnreadableFile.because(
        "The workbook is empty. Send one whose first filled sheet has column names and a lead a"
            + " row.");
  }

  private static List<Sheet> visible(ReadableWorkbook workbook) {
    return workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
  }

  private static boolean isFilled(Sheet sheet) throws IOException {
    try (Stream<Row> rows = rows(sheet)) {
      return rows.anyMatch(row -> row.stream().anyMatch(SheetFile::isFilled));
    } catch (ExcelReaderException | IllegalStateException e) {
      throw unreadable();
    }
  }

  private static Stream<Row> rows(Sheet sheet) throws IOException {
    try {
      return sheet.openStream();
    } catch (ExcelReaderException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static boolean isFilled(Cell cell) {
    return cell != null && !SheetCell.text(cell, false).isBlank();
  }

  /** Which sheet it is, and which others somebody may have meant as well. */
  ReadSheet read() throws IOException {
    List<String> leftOut = new ArrayList<>();
    for (Sheet other : visible(workbook)) {
      if (other.getIndex() != sheet.getIndex() && isFilled(other)) {
        leftOut.add(other.getName());
      }
    }
    return new ReadSheet(sheet.getName(), leftOut);
  }

  /** Writes it, comma-separated, with LF after each line. */
  void writeTo(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    int[] written = {0};
    try (Stream<Row> rows = rows(sheet)) {
      rows.forEach(
          row -> {
            requireOrder(row, written[0]);
            for (; written[0] < row.getRowNum() - 1; written[0]++) {
              csv.writeRecord(List.of());
            }
            csv.writeRecord(texts(row));
            written[0]++;
          });
    } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException e) {
      throw unreadable();
    }
    csv.flush();
  }

  private static void requireOrder(Row row, int written) {
    if (row.getRowNum() <= written || row.getRowNum() > MOST_ROWS) {
      throw unreadable();
    }
  }

  private List<String> texts(Row row) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    for (Cell cell : row) {
      String text = cell == null ? "" : SheetCell.text(cell, workbook.isDate1904());
      texts.add(LINE_ENDS.matcher(text).replaceAll(String.valueOf(LINE_END)));
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
