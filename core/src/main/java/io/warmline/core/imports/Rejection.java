package io.warmline.core.imports;

import java.util.Optional;

/**
 * A row that was refused, or a cell that was not taken while its row was.
 *
 * @param ordinal number of the row among the rows of the file, from 1
 * @param part number among what was found of the row, from 1
 * @param kind whether the row was refused
 * @param line line of the file on which the row starts, from 1
 * @param field the column or field at fault, if it is one
 * @param column the column at fault as the file names it, if it is one
 * @param code name of a {@link RowProblem}
 */
public record Rejection(
    long ordinal,
    int part,
    Kind kind,
    long line,
    Optional<String> field,
    Optional<String> column,
    String code,
    String reason) {

  /** What became of the row. */
  public enum Kind {
    /** It was refused. */
    REJECTED,
    /** It was taken, without this. */
    WARNED
  }
}
