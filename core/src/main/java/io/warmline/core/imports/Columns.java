package io.warmline.core.imports;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows by their columns: as arrays they reach the database in one statement. */
final class Columns {

  private Columns() {}

  /** What each of the rows has in a column. */
  static <T> Object[] of(List<T> rows, Function<T, @Nullable Object> value) {
    Object[] column = new Object[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
