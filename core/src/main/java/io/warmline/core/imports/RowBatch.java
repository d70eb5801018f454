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
 */
record RowBatch(List<CheckedRow> rows) {

  RowBatch {
    rows = List.copyOf(rows);
  }

  List<StatedLead> stated() {
    return rows.stream().map(CheckedRow::stated).flatMap(Optional::stream).toList();
  }

  Set<PhoneNumber> numbers() {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    stated().forEach(lead -> numbers.addAll(lead.numbers()));
    return numbers;
  }
}
