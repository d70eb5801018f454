package io.warmline.core.imports;

/**
 * How much of a lead file is held in memory, and how much a row may hold. Characters are UTF-16
 * units, as in {@link String#length()}.
 */
public final class LeadFileLimits {

  /** The bytes at the start of a file that decide its encoding and its delimiter. */
  public static final int HEAD_BYTES = 64 * 1024;

  /** The characters of one record (a CSV record with its line ends, or one line of NDJSON). */
  public static final int RECORD_CHARS = 64 * 1024;

  /** The characters of one field, without the blanks around it: as many as the notes of a lead. */
  public static final int FIELD_CHARS = 10_000;

  /** The columns of a CSV file, or the keys of one NDJSON object. */
  public static final int COLUMNS = 512;

  /** The custom fields of one row that are not blank. */
  public static final int CUSTOM_FIELDS = 50;

  /** The characters of a column's name; what is longer is cut. */
  public static final int NAME_CHARS = 64;

  private LeadFileLimits() {}
}
