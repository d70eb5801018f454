package io.warmline.core.imports;

import java.util.Optional;

/**
 * A cell of a row that was not taken, or not as it stands, although the row was.
 *
 * @param field the column or field it is about
 * @param code the stable code of the kind of fault
 * @param reason what is wrong and what became of it, without the cell's data
 * @param column the column as the file names it, once it is known
 */
record RowWarning(String field, RowProblem code, String reason, Optional<String> column) {

  RowWarning(String field, RowProblem code, String reason) {
    this(field, code, reason, Optional.empty());
  }

  /** The same, of this column. */
  RowWarning in(String name) {
    return new RowWarning(field, code, reason, Optional.of(name));
  }
}
