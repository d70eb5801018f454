package io.warmline.core.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of words by which companies are told apart, one a line. */
final class CompanyWords {

  private CompanyWords() {}

  /** The lines of a list, without comments. */
  static Set<String> of(String list) {
    String path = "/companies/" + list + ".txt";
    try (InputStream file = CompanyWords.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the file " + path + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + path + " cannot be read", e);
    }
  }
}
