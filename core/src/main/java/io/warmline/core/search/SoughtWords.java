package io.warmline.core.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Words for which leads are looked for, as those of leads are kept.
 *
 * @param all those with a letter or a digit; signs alone are in no lead as a word
 */
record SoughtWords(List<String> all) {

  /** The share of whole words. */
  static final double WHOLE = 1;

  /** Of words with a slip: our choice. */
  private static final double[] SIMILAR = {0.6, 0.45, 0.3};

  private static final double ROUNDING = 0.001;

  /** So many, the longest, are looked up in the index. */
  private static final int MOST_IN_INDEX = 8;

  SoughtWords {
    all = all.stream().filter(SoughtWords::isWord).toList();
  }

  private static boolean isWord(String word) {
    return word.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * How much of each word a lead must have, in the order in which it is tried. The conditions of a
   * filter ask the same index for beginnings, so that more cannot be asked for beside them.
   */
  List<Double> shares(SearchScope scope) {
    double most = scope.where().values().isEmpty() ? WHOLE : SearchIndex.SHARE_OF_BEGINNINGS;
    return DoubleStream.concat(
            DoubleStream.of(WHOLE, shareOfBeginnings()), DoubleStream.of(SIMILAR))
        .map(share -> Math.min(share, most))
        .distinct()
        .boxed()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Whatever begins with a word of n letters has n of its n + 1 trigrams. */
  private double shareOfBeginnings() {
    return all.stream()
            .mapToDouble(SoughtWords::letters)
            .map(letters -> letters / (letters + 1))
            .min()
            .orElse(WHOLE)
        - ROUNDING;
  }

  private static double letters(String word) {
    return word.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** The condition that a column has them. */
  String inIndex(String column) {
    return IntStream.range(0, indexed().size())
        .mapToObj(i -> column + " %> :indexed" + i)
        .collect(Collectors.joining(" and "));
  }

  /** Those of {@link #inIndex}. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    List<String> indexed = indexed();
    for (int i = 0; i < indexed.size(); i++) {
      parameters.put("indexed" + i, indexed.get(i));
    }
    return parameters;
  }

  private List<String> indexed() {
    return all.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
        .limit(MOST_IN_INDEX)
        .toList();
  }
}
