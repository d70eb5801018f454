package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.core.WarmlineException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Opens lead files from texts. */
final class Leads {

  private Leads() {}

  static List<FileRow> csv(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8), LeadFile.Format.CSV);
  }

  static List<FileRow> ndjson(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8), LeadFile.Format.NDJSON);
  }

  static List<FileRow> rows(byte[] bytes, LeadFile.Format format) {
    try (LeadFile file = open(bytes, format)) {
      return file.stream().toList();
    }
  }

  static LeadFile open(byte[] bytes, LeadFile.Format format) {
    return open(bytes, format, ColumnMapping.automatic());
  }

  static LeadFile open(byte[] bytes, LeadFile.Format format, ColumnMapping mapping) {
    return LeadFile.open(new ByteArrayInputStream(bytes), format, mapping);
  }

  static LeadFile openCsv(String text, ColumnMapping mapping) {
    return open(text.getBytes(StandardCharsets.UTF_8), LeadFile.Format.CSV, mapping);
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static WarmlineException refusalOf(byte[] bytes, LeadFile.Format format) {
    return catchThrowableOfType(WarmlineException.class, () -> open(bytes, format).close());
  }

  static FileRow.Parsed parsed(FileRow row) {
    assertThat(row).isInstanceOf(FileRow.Parsed.class);
    return (FileRow.Parsed) row;
  }

  static FileRow.Broken broken(FileRow row) {
    assertThat(row).isInstanceOf(FileRow.Broken.class);
    return (FileRow.Broken) row;
  }
}
