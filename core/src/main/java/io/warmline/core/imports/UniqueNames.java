package io.warmline.core.imports;

import java.util.HashSet;
import java.util.Set;

/** Names that were given out; the second of a kind gets a number. */
final class UniqueNames {

  private final Set<String> taken = new HashSet<>();

  /** This name if it is free, else the name with the first free suffix, {@code Notes (2)}. */
  String claim(String name) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      String suffix = " (" + number + ")";
      candidate = HeaderNames.cut(name, LeadFileLimits.NAME_CHARS - suffix.length()) + suffix;
    }
    return candidate;
  }
}
