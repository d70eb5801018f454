package io.warmline.core.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows by their columns: as arrays they reach the database in one statement. */
public final class Columns {

  private Columns() {}

  /** What each of the rows has in a column. */
  public static <T> @Nullable Object[] of(List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable Object[] column = new @Nullable Object[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  /**
   * As {@link #of}, without the rows at the end that have nothing: beside a column that all rows
   * have, {@code unnest} fills it up with nulls. A lead has fifty columns, and most lists ten.
   */
  public static <T> @Nullable Object[] sparse(List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable Object[] column = of(rows, value);
    int length = column.length;
    while (length > 0 && column[length - 1] == null) {
      length--;
    }
    return length == column.length ? column : Arrays.copyOf(column, length);
  }
}
