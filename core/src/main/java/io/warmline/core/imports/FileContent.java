package io.warmline.core.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells lead lists from other files, so that the sender learns what was sent and what to send
 * instead.
 */
final class FileContent {

  private static final String SAVE_AS = "; save it as CSV (UTF-8) and send that.";

  /** A list may hold this many stray control characters and still be a list. */
  private static final int FEW_CONTROLS = 8;

  private static final Pattern MARKUP =
      Pattern.compile("<(?:!|\\?xml|[a-zA-Z]+[\\s>/]).*", Pattern.DOTALL);
  private static final Pattern HTML =
      Pattern.compile("(?i)<(?:!doctype\\s+html|html|head|body|table)\\b");
  private static final Pattern JSON_ARRAY =
      Pattern.compile("\\[\\s*(?:[\\[{\"\\]].*)?", Pattern.DOTALL);
  private static final Pattern JSON_OBJECT = Pattern.compile("\\{\\s*[\"}].*", Pattern.DOTALL);
  private static final Pattern LINE_OF_OBJECT = Pattern.compile("(?m)^[ \\t]*\\{");

  /** A kind of file that starts with certain bytes. */
  private record Magic(String prefix, String what) {}

  private static final List<Magic> MAGIC =
      List.of(
          new Magic("\u00D0\u00CF\u0011\u00E0", "an old Excel workbook (.xls)" + SAVE_AS),
          new Magic("%PDF", "a PDF document. Export the list as CSV (UTF-8) and send that."),
          new Magic("\u0089PNG", "a PNG image. Export the list as CSV (UTF-8) and send that."),
          new Magic(
              "\u00FF\u00D8\u00FF", "a JPEG image. Export the list as CSV (UTF-8) and send that."),
          new Magic("GIF8", "a GIF image. Export the list as CSV (UTF-8) and send that."),
          new Magic("{\\rtf", "a text document (RTF)" + SAVE_AS),
          new Magic(
              "SQLite format 3",
              "an SQLite database. Export the list as CSV (UTF-8) and send that."),
          new Magic("\u001F\u008B", "a gzip archive. Unpack it and send the list in it."),
          new Magic("7z\u00BC\u00AF", "a 7-Zip archive. Unpack it and send the list in it."),
          new Magic("Rar!\u001A", "a RAR archive. Unpack it and send the list in it."),
          new Magic("\u00FF\u00FE\u0000\u0000", "text in UTF-32" + SAVE_AS),
          new Magic("\u0000\u0000\u00FE\u00FF", "text in UTF-32" + SAVE_AS));

  private FileContent() {}

  /**
   * Refuses files known by their first bytes.
   *
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE
   */
  static void refuseKnownBinary(byte[] head) {
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\u0003\u0004")) {
      throw looksLike(archive(bytes));
    }
    MAGIC.stream()
        .filter(magic -> bytes.startsWith(magic.prefix()))
        .findFirst()
        .ifPresent(
            magic -> {
              throw looksLike(magic.what());
            });
  }

  /**
   * Refuses text that is no list of this format.
   *
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE
   */
  static void refuseOtherText(String sample, LeadFile.Format format) {
    String start = FieldText.trimmed(sample);
    if (start.isEmpty()) {
      throw UnreadableFile.because(
          "The file is empty. "
              + "Send a CSV file with column names in its first line, or one JSON object a line.");
    }
    if (isMostlyControls(sample)) {
      throw looksLike("a binary file. Export the list as CSV (UTF-8) and send that.");
    }
    if (MARKUP.matcher(start).matches()) {
      throw looksLike(markup(start));
    }
    if (start.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD")) {
      throw looksLike("a vCard file. Export the contacts as CSV (UTF-8) and send that.");
    }
    refuseOtherFormat(start, format);
  }

  private static void refuseOtherFormat(String start, LeadFile.Format format) {
    if (JSON_ARRAY.matcher(start).matches()) {
      throw looksLike(
          "a JSON array. Send NDJSON instead: one object a line, without the array around them.");
    }
    if (format == LeadFile.Format.CSV && JSON_OBJECT.matcher(start).matches()) {
      throw looksLike("JSON, but was sent as CSV. Send it as NDJSON, one object a line.");
    }
    if (format == LeadFile.Format.NDJSON && !LINE_OF_OBJECT.matcher(start).find()) {
      throw UnreadableFile.because(
          "No line of this file is a JSON object. Send one object a line, or send the file as"
              + " CSV.");
    }
  }

  private static String archive(String bytes) {
    if (bytes.contains("xl/")) {
      return "an Excel workbook; send it as"
          + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, or save it as CSV"
          + " (UTF-8).";
    }
    if (bytes.contains("[Content_Types].xml")) {
      return "an Office document. Export the list as CSV (UTF-8) and send that.";
    }
    if (bytes.contains("opendocument.spreadsheet")) {
      return "an OpenDocument spreadsheet" + SAVE_AS;
    }
    return "a ZIP archive. Unpack it and send the list in it.";
  }

  private static String markup(String start) {
    return HTML.matcher(start).find()
        ? "an HTML page. Export the list as CSV (UTF-8) and send that."
        : "an XML document. Export the list as CSV (UTF-8) and send that.";
  }

  private static boolean isMostlyControls(String sample) {
    long controls = sample.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return controls >= FEW_CONTROLS && controls * 20 > sample.length();
  }

  private static RuntimeException looksLike(String what) {
    return UnreadableFile.because("This looks like " + what);
  }
}
