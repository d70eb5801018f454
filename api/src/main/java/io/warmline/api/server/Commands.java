package io.warmline.api.server;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.Optional;

/** What the server can do instead of serving, on the command line. */
final class Commands {

  private static final Map<String, Class<? extends QuarkusApplication>> ALL =
      Map.of(
          NewKey.COMMAND, NewKey.class,
          ExportMonths.COMMAND, ExportMonths.class,
          MoveTenant.EXPORT, MoveTenant.class,
          MoveTenant.IMPORT, MoveTenant.class);

  private Commands() {}

  /** The command of these arguments. */
  static Optional<Class<? extends QuarkusApplication>> in(String... args) {
    return args.length == 0 ? Optional.empty() : Optional.ofNullable(ALL.get(args[0]));
  }

  /** Nothing is served meanwhile, and no housekeeping is done. */
  static void prepare() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    System.setProperty("warmline.first-start", "false");
  }
}
