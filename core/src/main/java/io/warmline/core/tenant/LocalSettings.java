package io.warmline.core.tenant;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Settings of the database that hold until the transaction ends, all made in one round trip. They
 * are made by {@code set local} and not by a function, because only that reaches the workers of a
 * database that is distributed.
 */
public final class LocalSettings {

  /** Ours, and those of PostgreSQL that a transaction changes: nothing that had to be quoted. */
  private static final Pattern NAME = Pattern.compile("[a-z_]+(?:\\.[a-z_]+)?");

  private final String text;

  private LocalSettings(String text) {
    this.text = text;
  }

  /**
   * One setting.
   *
   * @throws IllegalArgumentException if that is no name of a setting
   */
  public static LocalSettings of(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a setting: " + name);
    }
    return new LocalSettings("set local " + name + " = '" + value.replace("'", "''") + "'");
  }

  /** These, and one more. */
  public LocalSettings and(String name, String value) {
    return new LocalSettings(text + "; " + of(name, value).text);
  }

  /**
   * Makes them.
   *
   * @throws UnableToExecuteStatementException if the database does not take one of them
   */
  public void make(Handle handle) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  /** As SQL; what stands in a value cannot end it. */
  @Override
  public String toString() {
    return text;
  }
}
