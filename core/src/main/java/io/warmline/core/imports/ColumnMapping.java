package io.warmline.core.imports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the sender says about some columns. A column that is not named here is recognised by its
 * header; see {@link HeaderRecognition}.
 */
public final class ColumnMapping {

  private static final String PARAMETER = "map";

  private final Map<String, ColumnTarget> targets;

  private ColumnMapping(Map<String, ColumnTarget> targets) {
    this.targets = targets;
  }

  /** Nothing is said: every column is recognised by its header. */
  public static ColumnMapping automatic() {
    return new ColumnMapping(Map.of());
  }

  /**
   * The mapping of these columns.
   *
   * @param targets column header to a field's key, {@code custom.<name>} or {@code ignore}; case,
   *     blanks and punctuation of headers do not count unless two columns differ in nothing else
   * @throws WarmlineException INVALID_VALUE if a target does not exist or is given to two columns
   */
  public static ColumnMapping of(Map<String, String> targets) {
    List<Violation> violations = new ArrayList<>();
    Map<String, ColumnTarget> parsed = new LinkedHashMap<>();
    targets.forEach(
        (header, key) ->
            ColumnTarget.ofKey(key)
                .ifPresentOrElse(
                    target -> parsed.put(HeaderNames.clean(header, 1), target),
                    () -> violations.add(unknownField(header, key))));
    violations.addAll(fieldsGivenTwice(parsed));
    refuseIfAny(violations);
    return new ColumnMapping(parsed);
  }

  /** This, with what the other says in its place. */
  ColumnMapping overriddenBy(ColumnMapping other) {
    Map<String, ColumnTarget> both = new LinkedHashMap<>(other.targets);
    Set<String> named =
        other.targets.keySet().stream().map(HeaderNames::folded).collect(toUnmodifiableSet());
    targets.forEach(
        (header, target) -> {
          boolean given =
              !(target instanceof ColumnTarget.Ignored) && other.targets.containsValue(target);
          if (!given && !named.contains(HeaderNames.folded(header))) {
            both.put(header, target);
          }
        });
    return new ColumnMapping(both);
  }

  /** The mapping as it was given: what {@link #of} takes. */
  Map<String, String> asTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    targets.forEach((header, target) -> texts.put(header, target.key()));
    return texts;
  }

  /** The targets of these columns by their index; columns that are not mapped are absent. */
  Map<Integer, ColumnTarget> resolve(List<String> columns) {
    Map<Integer, ColumnTarget> resolved = new HashMap<>();
    indexes(columns).forEach((header, column) -> resolved.put(column, target(header)));
    return resolved;
  }

  /** Whether a column of this name may be left unread. */
  boolean ignores(String column) {
    return resolve(List.of(column)).get(0) instanceof ColumnTarget.Ignored;
  }

  /**
   * Refuses a mapping that names columns which the file does not have.
   *
   * @throws WarmlineException INVALID_VALUE
   */
  void requireAllIn(List<String> columns) {
    Map<String, Integer> indexes = indexes(columns);
    refuseIfAny(
        targets.keySet().stream()
            .filter(header -> !indexes.containsKey(header))
            .map(header -> unknownColumn(header, columns))
            .toList());
  }

  private ColumnTarget target(String header) {
    return Objects.requireNonNull(targets.get(header));
  }

  /**
   * The columns that this mapping names, first those it spells exactly, then of the others those it
   * spells differently.
   */
  private Map<String, Integer> indexes(List<String> columns) {
    Map<String, Integer> indexes = new HashMap<>();
    if (targets.isEmpty()) {
      return indexes;
    }
    targets.keySet().stream()
        .filter(columns::contains)
        .forEach(header -> indexes.put(header, columns.indexOf(header)));
    List<String> folded = columns.stream().map(HeaderNames::folded).toList();
    for (String header : targets.keySet()) {
      if (!indexes.containsKey(header)) {
        IntStream.range(0, folded.size())
            .filter(column -> !indexes.containsValue(column))
            .filter(column -> folded.get(column).equals(HeaderNames.folded(header)))
            .findFirst()
            .ifPresent(column -> indexes.put(header, column));
      }
    }
    return indexes;
  }

  private static List<Violation> fieldsGivenTwice(Map<String, ColumnTarget> targets) {
    Set<ColumnTarget> seen = new HashSet<>();
    return targets.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof ColumnTarget.Ignored))
        .filter(entry -> !seen.add(entry.getValue()))
        .map(
            entry ->
                new Violation(
                    PARAMETER,
                    "DUPLICATE_FIELD",
                    "Column \"%s\" is mapped to %s, which another column is mapped to already."
                        .formatted(entry.getKey(), entry.getValue().key())))
        .toList();
  }

  private static Violation unknownField(String header, String key) {
    String keys =
        Stream.concat(
                Arrays.stream(LeadField.values()).map(LeadField::key),
                Arrays.stream(RowFact.values()).map(RowFact::key))
            .collect(joining(", "));
    return new Violation(
        PARAMETER,
        "UNKNOWN_FIELD",
        ("Column \"%s\" is mapped to \"%s\", which is no field. "
                + "There are: %s, custom.<name of 1 to %d characters>, ignore.")
            .formatted(header, key, keys, LeadFileLimits.NAME_CHARS));
  }

  private static Violation unknownColumn(String header, List<String> columns) {
    return new Violation(
        PARAMETER,
        "UNKNOWN_COLUMN",
        "The file has no column \"%s\". It has: %s.".formatted(header, String.join(", ", columns)));
  }

  private static void refuseIfAny(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.INVALID_VALUE,
          "The column mapping does not fit: " + violations.get(0).message(),
          violations);
    }
  }
}
