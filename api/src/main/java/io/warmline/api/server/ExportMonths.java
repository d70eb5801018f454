package io.warmline.api.server;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.warmline.core.archive.MonthArchive;
import io.warmline.core.archive.MonthArchive.Copied;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command {@code export-months DIRECTORY}: copies events and the audit log of the months that
 * are over and have no file there yet, and ends. It may be interrupted, and run again.
 */
@Singleton
@Unremovable
public class ExportMonths implements QuarkusApplication {

  static final String COMMAND = "export-months";

  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  private final MonthArchive archive;

  ExportMonths(MonthArchive archive) {
    this.archive = archive;
  }

  @Override
  @SuppressWarnings("SystemOut") // what the command is for
  public int run(String... args) {
    if (args.length != 2 || !Files.isDirectory(Path.of(args[1]))) {
      System.err.println("usage: export-months DIRECTORY, which is there");
      return WRONG_USE;
    }
    try {
      archive.copyTo(Path.of(args[1])).forEach(ExportMonths::tell);
      return 0;
    } catch (UncheckedIOException e) {
      System.err.println("A file cannot be written: " + e.getCause());
      return REFUSED;
    }
  }

  @SuppressWarnings("SystemOut")
  private static void tell(Copied copied) {
    System.out.println("%s: %,d rows".formatted(copied.file(), copied.rows()));
  }
}
