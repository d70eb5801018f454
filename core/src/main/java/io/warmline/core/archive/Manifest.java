package io.warmline.core.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is in an archive.
 *
 * @param format of the archive itself
 * @param exportedAt by the clock of the server
 * @param schema the digest of all tables and columns: an archive fits a database with the same
 * @param tables in the order in which they can be written
 */
record Manifest(
    @JsonProperty("format") int format,
    @JsonProperty("tenant") UUID tenant,
    @JsonProperty("name") String name,
    @JsonProperty("exportedAt") Instant exportedAt,
    @JsonProperty("schema") String schema,
    @JsonProperty("tables") List<Content> tables) {

  static final int FORMAT = 1;

  static final String ENTRY = "manifest.json";

  /**
   * A table.
   *
   * @param sha256 of its entry
   */
  record Content(
      @JsonProperty("table") String table,
      @JsonProperty("rows") long rows,
      @JsonProperty("sha256") String sha256) {

    String entry() {
      return table + ".copy";
    }
  }

  long rows() {
    return tables.stream().mapToLong(Content::rows).sum();
  }
}
