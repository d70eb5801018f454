package io.warmline.core.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Excel workbook, put together part by part. */
final class Workbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final Map<String, byte[]> more = new LinkedHashMap<>();
  private String properties = "";

  /** A sheet with these rows, as {@code <row>} elements. */
  Workbook sheet(String name, String rows) {
    sheets.put(name, rows);
    return this;
  }

  Workbook hidden(String name, String rows) {
    states.put(name, " state=\"hidden\"");
    return sheet(name, rows);
  }

  Workbook since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  Workbook part(String name, byte[] content) {
    more.put(name, content);
    return this;
  }

  /** A row of texts. */
  static String texts(int row, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (int column = 0; column < texts.length; column++) {
      cells.append(text(row, (char) ('A' + column), texts[column]));
    }
    return row(row, cells.toString());
  }

  static String row(int row, String cells) {
    return "<row r=\"%d\">%s</row>".formatted(row, cells);
  }

  static String text(int row, char column, String text) {
    return "<c r=\"%s%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
        .formatted(column, row, text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  /**
   * A number.
   *
   * @param style 0: general, 1: a date, 2: date and time, 3: five places with zeros, 4: ten places
   *     as a phone number
   */
  static String number(int row, char column, String number, int style) {
    return "<c r=\"%s%d\" s=\"%d\"><v>%s</v></c>".formatted(column, row, style, number);
  }

  static String formula(int row, char column, String formula, String result) {
    return "<c r=\"%s%d\" t=\"str\"><f>%s</f>%s</c>"
        .formatted(column, row, formula, result.isEmpty() ? "" : "<v>" + result + "</v>");
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeTo(bytes);
    return bytes.toByteArray();
  }

  void writeTo(OutputStream out) {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      StringBuilder list = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      int number = 1;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        list.append(
            "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"%s/>"
                .formatted(
                    sheet.getKey(), number, number, states.getOrDefault(sheet.getKey(), "")));
        relations.append(
            "<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(number, RELATIONS, number));
        add(
            zip,
            "xl/worksheets/sheet" + number + ".xml",
            "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                .formatted(MAIN, sheet.getValue()));
        number++;
      }
      add(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          </Types>
          """);
      add(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATIONS, properties, list));
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
              .formatted(relations));
      add(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="%s"><numFmts count="3">
          <numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>
          <numFmt numFmtId="165" formatCode="00000"/>
          <numFmt numFmtId="166" formatCode="\\(000\\)\\ 000\\-0000"/></numFmts>
          <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
          </styleSheet>
          """
              .formatted(MAIN));
      for (Map.Entry<String, byte[]> part : more.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
