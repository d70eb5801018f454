package io.warmline.core.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds the delimiter of a CSV file by reading its first records with each candidate. */
final class DelimiterDetection {

  static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

  private static final int RECORDS = 50;

  /** Lines of titles above the header, which have no delimiter. */
  private static final int MOST_TITLES = 10;

  private DelimiterDetection() {}

  /**
   * How well a delimiter fits.
   *
   * @param consistency two points for each record with as many fields as the header, one for each
   *     with fewer but several
   * @param recognised the columns of the header that are recognised
   * @param columns the columns of the header
   * @param header whether the header looks like one
   */
  private record Fit(char delimiter, int consistency, int recognised, int columns, boolean header) {

    static final Comparator<Fit> BY_QUALITY =
        Comparator.comparingInt(Fit::consistency)
            .thenComparingInt(Fit::recognised)
            .thenComparingInt(Fit::columns);
  }

  /**
   * The delimiter that the sample names in a {@code sep=} line, else the one that fits best, else a
   * comma.
   */
  static char of(String sample) {
    Character named = namedIn(sample);
    if (named != null) {
      return named;
    }
    return bestBelowTitles(sample, Fit::header)
        .or(() -> bestBelowTitles(sample, fit -> true))
        .map(Fit::delimiter)
        .orElse(',');
  }

  /** The delimiter may stand in the titles, too, as one more word. */
  private static Optional<Fit> bestBelowTitles(String sample, Predicate<Fit> good) {
    String rest = sample;
    for (int titles = 0; titles <= MOST_TITLES; titles++) {
      Optional<Fit> best = best(rest, good);
      if (best.isPresent()) {
        return best;
      }
      rest = rest.substring(Math.min(rest.indexOf('\n') + 1, rest.length()));
    }
    return Optional.empty();
  }

  /**
   * Texts of several lines are more records to a delimiter that cannot read them, so a count alone
   * tells nothing.
   */
  private static Optional<Fit> best(String sample, Predicate<Fit> good) {
    return CANDIDATES.stream()
        .map(delimiter -> fit(sample, delimiter))
        .filter(fit -> fit.columns() > 1)
        .filter(good)
        .max(Fit.BY_QUALITY);
  }

  private static @Nullable Character namedIn(String sample) {
    Matcher line = CsvRows.DELIMITER_LINE.matcher(sample.lines().findFirst().orElse(""));
    if (!line.matches()) {
      return null;
    }
    char named = line.group(1).charAt(0);
    return CANDIDATES.contains(named) ? named : null;
  }

  private static Fit fit(String sample, char delimiter) {
    List<List<String>> records = firstRecords(sample, delimiter);
    if (records.isEmpty()) {
      return new Fit(delimiter, 0, 0, 0, false);
    }
    List<String> header = records.get(0);
    int consistency =
        records.stream().mapToInt(fields -> points(fields.size(), header.size())).sum();
    return new Fit(
        delimiter,
        consistency,
        recognised(header),
        header.size(),
        CsvHeader.looksLikeOne(header, ColumnMapping.automatic()));
  }

  private static int points(int fields, int columns) {
    if (fields == columns) {
      return 2;
    }
    return fields > 1 && fields < columns ? 1 : 0;
  }

  private static int recognised(List<String> header) {
    return (int)
        HeaderRecognition.recognise(header, ColumnMapping.automatic()).stream()
            .filter(column -> column.target() instanceof ColumnTarget.Field)
            .count();
  }

  private static List<List<String>> firstRecords(String sample, char delimiter) {
    CsvRecords records = new CsvRecords(new PhysicalLines(new StringReader(sample)), delimiter);
    CsvFields fields = new CsvFields(delimiter);
    List<List<String>> first = new ArrayList<>();
    try {
      for (var next = records.next();
          next != null && first.size() < RECORDS;
          next = records.next()) {
        addReadable(next, fields, first);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return first;
  }

  private static void addReadable(
      CsvRecords.CsvRecord next, CsvFields fields, List<List<String>> records) {
    if (next.fault() == null && !FieldText.isBlank(next.text())) {
      try {
        records.add(fields.of(next));
      } catch (UnreadableRow e) {
        // A record that this delimiter cannot read says nothing for it.
      }
    }
  }
}
