package io.warmline.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of several names somebody may have meant. */
public final class Nearest {

  /** Beyond this length nothing is compared: what is sent may be of any length. */
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * The name that is most like what was written, whatever its case and with whatever between its
   * words; empty if none is like it. Of several that are as near, the first in the alphabet.
   */
  public static Optional<String> to(String written, Collection<String> names) {
    if (written.isBlank() || written.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = bare(written);
    return names.stream()
        .filter(name -> distance(bare, bare(name)) <= most(bare(name)))
        .min(
            Comparator.<String>comparingInt(name -> distance(bare, bare(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** As {@link #to}, as the end of a sentence; empty if nothing is near. */
  public static String hint(String written, Collection<String> names) {
    return to(written, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Longer names bear more slips of the hand. */
  private static int most(String name) {
    return Math.max(1, Math.min(3, name.length() / 3));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\s.-]", "");
  }

  /** The fewest letters to put in, take out or change (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
