package io.warmline.core.imports;

import org.jspecify.annotations.Nullable;

/**
 * The record at hand cannot be read or used; it is caught where the row's line is known, and
 * becomes a broken row.
 */
final class UnreadableRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String field;
  private final RowProblem problem;
  private final String reason;

  /**
   * Without a stack trace: a file may hold a million of these, and the place in the code tells
   * nothing.
   */
  UnreadableRow(@Nullable String field, RowProblem problem, String reason) {
    super(reason, null, false, false);
    this.field = field;
    this.problem = problem;
    this.reason = reason;
  }

  /** The fault as one of a cell that is left out, while the row is kept. */
  RowWarning asWarning(String column) {
    return new RowWarning(field == null ? column : field, problem, reason);
  }

  FileRow.Broken at(long line) {
    return new FileRow.Broken(line, field, problem, reason);
  }
}
