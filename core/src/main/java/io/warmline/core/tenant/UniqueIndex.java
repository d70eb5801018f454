package io.warmline.core.tenant;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A unique index that two pieces of work may run into, by its name in the schema. */
public enum UniqueIndex {
  /** One lead of a campaign with an external id. */
  LEAD_EXTERNAL_ID("lead_external_id"),
  /** One lead of a campaign without an external id that has a number first. */
  LEAD_PHONE_IDENTITY("lead_phone_identity"),
  /** One live claim on a number. */
  LIVE_CLAIM("queue_one_call_per_number");

  private static final String UNIQUE_VIOLATION = "23505";

  private final String index;

  UniqueIndex(String index) {
    this.index = index;
  }

  /** The name that the schema gives it. */
  public String index() {
    return index;
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
    return Arrays.stream(values()).filter(one -> one.index.equals(constraint)).findFirst();
  }
}
