package io.warmline.core.imports;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lead file turned out to look like, for showing to the person who sent it.
 *
 * @param format the format it was sent as
 * @param charset the encoding
 * @param delimiter the character between the fields of a CSV file; null for NDJSON
 * @param source the system whose export it looks like
 * @param header the line of column names of a CSV file as it stands there; null for NDJSON
 * @param columns CSV: every column of the header; NDJSON: the keys met in the first lines, because
 *     every line names its own
 */
public record DetectedLayout(
    LeadFile.Format format,
    Charset charset,
    @Nullable Character delimiter,
    Optional<LeadSource> source,
    @Nullable String header,
    List<Column> columns) {

  public DetectedLayout {
    columns = List.copyOf(columns);
  }

  /**
   * One column and where its values go.
   *
   * @param name the header, trimmed, cut to {@link LeadFileLimits#NAME_CHARS}; the second of the
   *     same name has a suffix
   * @param target where its values go
   */
  public record Column(String name, ColumnTarget target) {

    /** Whether a lead can be made by this column alone. */
    boolean mayHoldNumbers() {
      return isPhone() || target instanceof ColumnTarget.MessengerPhone;
    }

    boolean isPhone() {
      return target instanceof ColumnTarget.Field column && column.field().isPhone();
    }
  }
}
