package io.warmline.api.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL as the build has unpacked them, for its own kind of machine, beside
 * the packaged server. To copy them takes a fifth of the time that it takes to unpack them. What is
 * not there the library unpacks by itself.
 */
final class PostgresPrograms {

  /** Where the library looks whether a folder is whole. */
  private static final String MARK = ".exists";

  private PostgresPrograms() {}

  /** Copies them into a folder, unless it has them. */
  static void bringInto(Path folder) throws IOException {
    bring(packaged(), folder);
  }

  /**
   * The other, from any place.
   *
   * @param packaged a folder of each version; need not be there
   */
  static void bring(Path packaged, Path folder) throws IOException {
    for (Path version : within(packaged)) {
      Path copy = folder.resolve(version.getFileName());
      if (Files.exists(version.resolve(MARK)) && !Files.exists(copy.resolve(MARK))) {
        copy(version, copy);
      }
    }
  }

  private static List<Path> within(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.filter(Files::isDirectory).toList();
    }
  }

  /** The mark comes last: half a copy is begun anew. */
  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(file -> !file.endsWith(MARK)).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file));
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(
            file,
            copy,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
    Files.createFile(to.resolve(MARK));
  }

  /** Named as the build names it: see UnpackPostgres. */
  private static Path packaged() {
    String machine =
        System.getProperty("os.name").split(" ", 2)[0] + "-" + System.getProperty("os.arch");
    try {
      Path code =
          Path.of(
              PostgresPrograms.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolve("../../postgres").normalize().resolve(machine);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
