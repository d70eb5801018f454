package io.warmline.api.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written aside before it is sent: what fails half-way is a problem document, not
 * half a file.
 */
final class FileAside {

  private FileAside() {}

  /** What writes a file. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * The file, which is gone when it has been read.
   *
   * @param prefix how its name begins
   */
  static InputStream of(String prefix, Writing writing) {
    return of(prefix, ".csv", writing);
  }

  /**
   * As {@link #of(String, Writing)}.
   *
   * @param suffix how its name ends
   */
  static InputStream of(String prefix, String suffix, Writing writing) {
    try {
      Path file = Files.createTempFile(prefix, suffix);
      try (OutputStream out = Files.newOutputStream(file)) {
        writing.to(out);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
  }
}
