package io.warmline.api.server;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.archive.TenantArchive;
import io.warmline.core.archive.TenantArchive.Moved;
import io.warmline.core.id.TenantId;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The commands {@code export-tenant FILE [TENANT]} and {@code import-tenant FILE}: take a firm with
 * its queue, its promises and its ids out of one database and into another, and end.
 */
@Singleton
@Unremovable
public class MoveTenant implements QuarkusApplication {

  static final String EXPORT = "export-tenant";
  static final String IMPORT = "import-tenant";

  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  private final TenantArchive archive;

  MoveTenant(TenantArchive archive) {
    this.archive = archive;
  }

  @Override
  @SuppressWarnings("SystemOut") // what the commands are for
  public int run(String... args) {
    List<String> rest = Arrays.asList(args).subList(1, args.length);
    try {
      if (args[0].equals(EXPORT) && (rest.size() == 1 || rest.size() == 2)) {
        Optional<TenantId> tenant = rest.stream().skip(1).findFirst().map(MoveTenant::tenant);
        tell("Exported", archive.export(tenant, Path.of(rest.get(0))));
        return 0;
      }
      if (args[0].equals(IMPORT) && rest.size() == 1) {
        tell("Imported", archive.read(Path.of(rest.get(0))));
        return 0;
      }
      System.err.println("usage: export-tenant FILE [TENANT], or import-tenant FILE");
      return WRONG_USE;
    } catch (WarmlineException e) {
      System.err.println(e.getMessage());
    } catch (UncheckedIOException e) {
      System.err.println("The file cannot be read or written: " + e.getCause());
    }
    return REFUSED;
  }

  private static TenantId tenant(String text) {
    try {
      return new TenantId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new WarmlineException(
          ProblemCode.INVALID_VALUE, "The id of a tenant is a UUID: " + text + ".");
    }
  }

  @SuppressWarnings("SystemOut")
  private static void tell(String done, Moved moved) {
    System.out.println(
        "%s %s (%s): %,d rows".formatted(done, moved.name(), moved.tenant(), moved.rows()));
  }
}
