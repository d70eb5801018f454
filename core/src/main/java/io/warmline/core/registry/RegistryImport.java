package io.warmline.core.registry;

import io.warmline.core.id.ImportId;
import io.warmline.core.imports.ImportStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The file of a registry on its way into force.
 *
 * @param leads leads whose place in the queue was derived anew so far
 * @param rejections the first of the lines that were refused
 * @param inForceAt since when its numbers are not called
 * @param failure why it failed
 * @param createdAt when the file had been received
 * @param finishedAt when it ended
 */
public record RegistryImport(
    ImportId id,
    String registry,
    Territory jurisdiction,
    LocalDate asOf,
    ImportStatus status,
    Counts counts,
    long leads,
    List<RejectedLine> rejections,
    Optional<Instant> inForceAt,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  /**
   * What the file holds. {@code lines} is the sum of the three after it.
   *
   * @param bytes size of the file
   * @param numbers different numbers
   * @param repeated lines with a number that a line before had
   * @param rejected lines without a number that can be dialled
   */
  public record Counts(long bytes, long lines, long numbers, long repeated, long rejected) {}

  /**
   * What is said of a file.
   *
   * @param registry name of the registry, by which a later file takes the place of an earlier
   * @param asOf the day of which it is
   * @param country of numbers without a calling code, ISO 3166-1 alpha-2; empty: the jurisdiction's
   * @param allowOutdated whether a list may come into force that is too old already, and so stops
   *     all dialling where it holds
   */
  public record Request(
      String registry,
      Territory jurisdiction,
      LocalDate asOf,
      Optional<String> country,
      boolean allowOutdated) {

    /** Of a list that must not be too old. */
    public Request(
        String registry, Territory jurisdiction, LocalDate asOf, Optional<String> country) {
      this(registry, jurisdiction, asOf, country, false);
    }

    String numbersFrom() {
      return country.orElseGet(jurisdiction::country);
    }
  }
}
