package io.warmline.core.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, in the order of the file. */
interface RowSource {

  /** The next row, or null at the end of the file. */
  @Nullable FileRow next() throws IOException;

  /** The row that was read last, as it stands in the file. */
  String text();

  /** The columns as far as they are known before the first row is read. */
  List<DetectedLayout.Column> columns();
}
