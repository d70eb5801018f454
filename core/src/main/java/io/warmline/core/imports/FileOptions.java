package io.warmline.core.imports;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What the sender says of a file, where it is not to be found out.
 *
 * @param mapping what some columns are
 * @param charset the encoding; empty: found from the head
 * @param source the system that wrote it; empty: found from the header
 * @param headerLine the line, from 1, on which the column names of a CSV file start; empty: the
 *     first that looks like it
 * @param words what words of another system say of where a lead stands
 * @param sheet the sheet of a workbook; empty: the first with something in it
 */
public record FileOptions(
    ColumnMapping mapping,
    Optional<Charset> charset,
    Optional<LeadSource> source,
    Optional<Long> headerLine,
    StatusWords words,
    Optional<String> sheet) {

  /** Everything but the columns is found out. */
  public FileOptions(ColumnMapping mapping) {
    this(mapping, Optional.empty(), Optional.empty(), Optional.empty(), StatusWords.USUAL);
  }

  /** Without a sheet. */
  public FileOptions(
      ColumnMapping mapping,
      Optional<Charset> charset,
      Optional<LeadSource> source,
      Optional<Long> headerLine,
      StatusWords words) {
    this(mapping, charset, source, headerLine, words, Optional.empty());
  }
}
