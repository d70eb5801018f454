package io.warmline.core.tenant;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A unique index that two pieces of work may run into, by its name in the schema. */
public enum UniqueIndex {
  /** One lead of a campaign with an external id. */
  LEAD_EXTERNAL_ID("lead_external_id"),
  /** One live claim on a number. */
  LIVE_CLAIM("queue_one_call_per_number"),
  /** One saved filter of a name. */
  SAVED_FILTER_NAME("saved_filter_name");

  private static final String UNIQUE_VIOLATION = "23505";

  /** Where the tables are distributed, each part has the index under its name and a number. */
  private static final Pattern OF_A_SHARD = Pattern.compile("_\\d+$");

  private final String index;

  UniqueIndex(String index) {
    this.index = index;
  }

  /** The name that the schema gives it. */
  public String index() {
    return index;
  }

  /** Whether it keeps a campaign from having one lead twice. */
  public boolean tellsLeadsApart() {
    return switch (this) {
      case LEAD_EXTERNAL_ID -> true;
      case LIVE_CLAIM, SAVED_FILTER_NAME -> false;
    };
  }

  /** The one that a statement ran into; empty if it failed of anything else. */
  public static Optional<UniqueIndex> brokenBy(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return constraint(sql).flatMap(UniqueIndex::named);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> constraint(SQLException e) {
    return e instanceof PSQLException refused
        ? Optional.ofNullable(refused.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint)
        : Optional.empty();
  }

  private static Optional<UniqueIndex> named(String constraint) {
    String name = OF_A_SHARD.matcher(constraint).replaceFirst("");
    return Arrays.stream(values()).filter(one -> one.index.equals(name)).findFirst();
  }
}
