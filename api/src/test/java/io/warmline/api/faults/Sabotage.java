package io.warmline.api.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the packaged application in which words of one statement are blanked out, in the class
 * that holds it. Nothing in the product allows for that.
 *
 * @param owner the class, such as {@code io/warmline/core/queue/Claims}
 * @param words what the guard is, in each of its parts; their places stay as long as they were
 */
record Sabotage(String owner, List<String> words) {

  /**
   * Where our classes are: as compiled, and as the platform has changed them, which goes before.
   */
  private static final Pattern HOLDS_OURS =
      Pattern.compile(".*(warmline-core|transformed-bytecode)[^/]*\\.jar");

  /**
   * Makes the copy.
   *
   * @throws IllegalStateException if the words are not there any more
   */
  Path of(Path application, Path folder) throws IOException {
    Path copy = folder.resolve("sabotaged");
    try (Stream<Path> files = Files.walk(application)) {
      files.forEach(file -> copy(file, copy.resolve(application.relativize(file).toString())));
    }
    List<Path> jars;
    try (Stream<Path> files = Files.walk(copy)) {
      jars = files.filter(file -> HOLDS_OURS.matcher(file.toString()).matches()).toList();
    }
    boolean found = false;
    for (Path jar : jars) {
      found |= blankOutIn(jar);
    }
    if (!found) {
      throw new IllegalStateException("nobody has " + owner);
    }
    return copy;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is there. */
  private boolean blankOutIn(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Path file = files.getPath("/" + owner + ".class");
      if (Files.notExists(file)) {
        return false;
      }
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String part : words) {
        if (!bytes.contains(part)) {
          throw new IllegalStateException(owner + " does not say any more: " + part);
        }
        bytes = bytes.replace(part, " ".repeat(part.length()));
      }
      Files.writeString(file, bytes, StandardCharsets.ISO_8859_1);
      return true;
    }
  }
}
