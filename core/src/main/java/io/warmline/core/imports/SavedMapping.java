package io.warmline.core.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the lists of one sender look like, kept under a name to be used again.
 *
 * @param columns headers to fields, as a column mapping writes them
 * @param outcomes words of the sender to where a lead stands
 * @param source the system that writes the lists
 * @param updatedAt when it was saved last
 */
public record SavedMapping(
    String name,
    Map<String, String> columns,
    Map<String, String> outcomes,
    Optional<LeadSource> source,
    Instant updatedAt) {

  /** What it says of columns, together with what is said of one file, which goes before. */
  public ColumnMapping with(ColumnMapping ofFile) {
    return ColumnMapping.of(columns).overriddenBy(ofFile);
  }

  /** What it says of words, together with what is said of one file, which goes before. */
  public StatusWords with(StatusWords ofFile) {
    return StatusWords.of(outcomes).overriddenBy(ofFile);
  }
}
