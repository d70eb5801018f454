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
   * Makes the copy.
   *
   * @throws IllegalStateException if the words are not there any more
   */
  Path of(Path application, Path folder) throws IOException {
    Path copy = folder.resolve("sabotaged");
    try (Stream<Path> files = Files.walk(application)) {
      files.forEach(file -> copy(file, copy.resolve(application.relativize(file).toString())));
    }
    Path jar;
    try (Stream<Path> jars = Files.list(copy.resolve("lib").resolve("main"))) {
      jar =
          jars.filter(each -> each.getFileName().toString().contains("warmline-core"))
              .findFirst()
              .orElseThrow();
    }
    blankOutIn(jar);
    return copy;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void blankOutIn(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Path file = files.getPath("/" + owner + ".class");
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String part : words) {
        if (!bytes.contains(part)) {
          throw new IllegalStateException(owner + " does not say any more: " + part);
        }
        bytes = bytes.replace(part, " ".repeat(part.length()));
      }
      Files.writeString(file, bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
