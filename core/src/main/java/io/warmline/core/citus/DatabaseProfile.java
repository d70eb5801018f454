package io.warmline.core.citus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What kind of database Warmline works on. */
public enum DatabaseProfile {

  /** PostgreSQL as it is. Plans are generic: see ADR 3 and ADR 58. */
  POSTGRESQL("set plan_cache_mode = force_generic_plan; set random_page_cost = 1.1"),

  /**
   * PostgreSQL with Citus. The settings of a transaction reach the workers, and a plan is made for
   * each statement, because only one that knows the tenant goes to one shard.
   */
  CITUS("set citus.propagate_set_commands = 'local'; set plan_cache_mode = auto");

  private static final String OF_ALL =
      "set role warmline_app; %s; set idle_in_transaction_session_timeout = '60s'";

  private final String settings;

  DatabaseProfile(String settings) {
    this.settings = settings;
  }

  /** With what SQL a connection begins. */
  public String sessionSql() {
    return OF_ALL.formatted(settings);
  }

  /** As it is written in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How all of them are written. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(DatabaseProfile::label).toList();
  }

  /**
   * The one that is written so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DatabaseProfile labelled(String label) {
    return Arrays.stream(values())
        .filter(profile -> profile.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(label + " is none of " + String.join(", ", labels())));
  }
}
