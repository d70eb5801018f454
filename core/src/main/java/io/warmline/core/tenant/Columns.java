package io.warmline.core.tenant;

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
}
