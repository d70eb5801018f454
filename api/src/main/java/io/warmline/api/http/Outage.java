package io.warmline.api.http;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failures that say nothing about the request: a connection, the database, memory or a disk was
 * missing when it came. The same request works later.
 */
final class Outage {

  private Outage() {}

  /** What was missing, in words; empty if the failure is of another kind. */
  static Optional<String> in(Throwable failure) {
    return search(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Optional<String> search(@Nullable Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return Optional.empty();
    }
    Optional<String> missing = of(failure).or(() -> search(failure.getCause(), seen));
    if (missing.isEmpty() && failure instanceof SQLException sql) {
      missing = search(sql.getNextException(), seen);
    }
    for (Throwable also : failure.getSuppressed()) {
      missing = missing.or(() -> search(also, seen));
    }
    return missing;
  }

  private static Optional<String> of(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return ofState(String.valueOf(sql.getSQLState()), String.valueOf(sql.getMessage()));
    }
    boolean diskFull =
        failure instanceof IOException
            && String.valueOf(failure.getMessage())
                .toLowerCase(Locale.ROOT)
                .contains("no space left");
    return diskFull ? Optional.of("room on the disk") : Optional.empty();
  }

  /** By the classes of PostgreSQL's error codes; the pool gives none. */
  private static Optional<String> ofState(String state, String message) {
    if (message.toLowerCase(Locale.ROOT).contains("acquisition timeout")) {
      return Optional.of("a free connection to the database");
    }
    return switch (state) {
      case "53100" -> Optional.of("room on the disk of the database");
      case "53200" -> Optional.of("memory of the database");
      case "53300" -> Optional.of("a free connection to the database");
      case "25006" -> Optional.of("a database that takes changes");
      case "57P01", "57P02", "57P03", "57P05", "3D000", "28000", "28P01" ->
          Optional.of("the database");
      default ->
          state.startsWith("08") || state.startsWith("58")
              ? Optional.of("the database")
              : Optional.empty();
    };
  }
}
