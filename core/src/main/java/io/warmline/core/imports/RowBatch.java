package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a file that are imported together, in the order of the file.
 *
 * @param rows empty only of an empty file
 * @param bytesRead bytes of the file that were read up to here, or a little more
 */
record RowBatch(List<Row> rows, long bytesRead) {

  RowBatch {
    rows = List.copyOf(rows);
  }

  /**
   * A row of the file.
   *
   * @param line the line on which it starts, from 1
   * @param text the row as it stands in the file; personal data
   */
  record Row(long line, String text, CheckedRow checked) {

    @Override
    public String toString() {
      return "Row[" + line + "]";
    }
  }

  List<StatedLead> stated() {
    return rows.stream().map(row -> row.checked().stated()).flatMap(Optional::stream).toList();
  }

  Set<PhoneNumber> numbers() {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    stated().forEach(lead -> numbers.addAll(lead.numbers()));
    return numbers;
  }
}
