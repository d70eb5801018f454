package io.warmline.core.imports;

import io.warmline.core.InvalidValue;
import io.warmline.core.lead.DuplicatePolicy;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What the sender of a lead file wants done with it.
 *
 * @param options what the sender says of the file
 * @param dryRun to check and count only
 * @param duplicates what becomes of rows about people who are there already
 */
public record ImportOrder(
    LeadFile.Format format, FileOptions options, boolean dryRun, DuplicatePolicy duplicates) {

  /**
   * Refuses what nothing would be done with.
   *
   * @throws io.warmline.core.WarmlineException INVALID_VALUE
   */
  void requireUsed() {
    if (options.sheet().isPresent() && format != LeadFile.Format.XLSX) {
      throw unused("sheet", "is for Excel workbooks only");
    }
    if (format == LeadFile.Format.NDJSON && options.headerLine().isPresent()) {
      throw unused(
          "headerRow", "is for CSV files and workbooks only: each line of NDJSON names its fields");
    }
    if (format == LeadFile.Format.NDJSON && options.source().isPresent()) {
      throw unused("source", "is for CSV files and workbooks only");
    }
  }

  private static InvalidValue unused(String parameter, String reason) {
    return new InvalidValue(parameter, "NOT_USED", reason);
  }

  /** The same, of a file whose encoding is known. */
  ImportOrder in(Charset charset) {
    return new ImportOrder(
        format,
        new FileOptions(
            options.mapping(),
            Optional.of(charset),
            options.source(),
            options.headerLine(),
            options.words(),
            options.sheet()),
        dryRun,
        duplicates);
  }
}
