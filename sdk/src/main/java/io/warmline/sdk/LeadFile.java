package io.warmline.sdk;

import io.warmline.sdk.model.DuplicatePolicy;
import io.warmline.sdk.model.LeadSource;
import io.warmline.sdk.model.LeadStatus;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A list of leads to import. It is streamed, so it may be larger than memory; at most 1 GiB.
 * Immutable: every method gives a new one.
 */
public final class LeadFile {
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Body body;
  private final Query query;

  private LeadFile(Body body, Query query) {
    this.body = body;
    this.query = query;
  }

  /**
   * CSV with a header line, of any usual delimiter and encoding. Sent again when the connection
   * breaks.
   */
  public static LeadFile csv(Path file) {
    return repeatable(CSV, file);
  }

  /** CSV from a stream, which is read once: the request is not tried again when it fails. */
  public static LeadFile csv(InputStream stream) {
    return once(CSV, stream);
  }

  /** One JSON object a line. Sent again when the connection breaks. */
  public static LeadFile ndjson(Path file) {
    return repeatable(NDJSON, file);
  }

  /**
   * One JSON object a line, from a stream, which is read once: the request is not tried again when
   * it fails.
   */
  public static LeadFile ndjson(InputStream stream) {
    return once(NDJSON, stream);
  }

  /**
   * An Excel workbook (.xlsx), of which one sheet is read. Sent again when the connection breaks.
   */
  public static LeadFile xlsx(Path file) {
    return repeatable(XLSX, file);
  }

  /**
   * An Excel workbook (.xlsx) from a stream, which is read once: the request is not tried again
   * when it fails.
   */
  public static LeadFile xlsx(InputStream stream) {
    return once(XLSX, stream);
  }

  private static LeadFile repeatable(String mediaType, Path file) {
    return new LeadFile(new Body(mediaType, () -> open(file), true), Query.NONE);
  }

  private static LeadFile once(String mediaType, InputStream stream) {
    Supplier<BodyPublisher> publisher = () -> BodyPublishers.ofInputStream(() -> stream);
    return new LeadFile(new Body(mediaType, publisher, false), Query.NONE);
  }

  private static BodyPublisher open(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only checks every row and counts; writes no lead. */
  public LeadFile dryRun() {
    return new LeadFile(body, query.with("dryRun", true));
  }

  /**
   * Says what a column is, where its header does not tell.
   *
   * @param header the header of the column
   * @param field the field of the lead it fills, such as {@code firstName}, {@code custom.seats} or
   *     {@code ignore}
   */
  public LeadFile map(String header, String field) {
    return new LeadFile(body, query.and("map", header + ":" + field));
  }

  /** Says what becomes of rows about people who are there already; else they are merged. */
  public LeadFile duplicatePolicy(DuplicatePolicy policy) {
    return new LeadFile(body, query.with("duplicatePolicy", policy.name()));
  }

  /** Reads the file as a saved mapping says; what is said here goes before it. */
  public LeadFile mapping(String name) {
    return new LeadFile(body, query.with("mapping", name));
  }

  /**
   * Says what a word or code of the other system means.
   *
   * @param word as its column has it
   * @param status {@code COLD}, {@code WARM}, {@code NURTURE}, {@code CUSTOMER}, {@code LAPSED},
   *     {@code DISQUALIFIED} or {@code DO_NOT_CALL}
   */
  public LeadFile outcome(String word, LeadStatus status) {
    return new LeadFile(body, query.and("outcome", word + ":" + status.name()));
  }

  /** Says which sheet of a workbook is read; else the first with something in it. */
  public LeadFile sheet(String name) {
    return new LeadFile(body, query.with("sheet", name));
  }

  /** Says which system wrote the file, where its header does not tell. */
  public LeadFile source(LeadSource system) {
    return new LeadFile(body, query.with("source", system.name()));
  }

  /**
   * Says on which line of a CSV file the column names are.
   *
   * @param line from 1 to 1000
   */
  public LeadFile headerRow(int line) {
    return new LeadFile(body, query.with("headerRow", line));
  }

  Request applyTo(Request request) {
    return request.query(query).body(body);
  }
}
