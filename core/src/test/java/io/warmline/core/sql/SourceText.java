package io.warmline.core.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that stands between quotes in a source of {@code core}. Texts that are added to each other
 * with nothing between them are one.
 *
 * @param concept the package, below {@code core}, with dots
 * @param file name of the source
 * @param line where the text begins, from 1
 */
record SourceText(String concept, String file, int line, String text) {

  private static final Path MAIN = Path.of("src/main/java/io/warmline/core");
  private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");

  /**
   * A source of {@code core}.
   *
   * @param concept as above
   */
  record File(String concept, String name, String source) {}

  /** All of them, in no order that matters. */
  static List<SourceText> all() {
    return files().stream()
        .flatMap(file -> in(file.concept(), file.name(), file.source()).stream())
        .toList();
  }

  /** All sources of {@code core}, without its tests. */
  static List<File> files() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(f -> f.toString().endsWith(".java")).map(SourceText::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it stands, for whoever has to look it up. */
  String where() {
    return concept + "/" + file + ":" + line;
  }

  private static File read(Path file) {
    try {
      String concept = MAIN.relativize(file.resolveSibling("")).toString().replace('/', '.');
      return new File(concept, String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of one source. */
  static List<SourceText> in(String concept, String file, String source) {
    List<SourceText> texts = new ArrayList<>();
    int end = 0;
    for (int at = 0; at < source.length(); at = end) {
      end = endOf(source, at);
      if (source.charAt(at) == '"') {
        texts.add(new SourceText(concept, file, lineOf(source, at), inside(source, at, end)));
        end = addWhatFollows(texts, source, end);
      }
    }
    return texts;
  }

  private static int addWhatFollows(List<SourceText> texts, String source, int from) {
    int end = from;
    var plus = PLUS.matcher(source);
    while (plus.region(end, source.length()).lookingAt()
        && plus.end() < source.length()
        && source.charAt(plus.end()) == '"') {
      int start = plus.end();
      end = endOf(source, start);
      SourceText before = texts.remove(texts.size() - 1);
      texts.add(before.and(inside(source, start, end)));
    }
    return end;
  }

  private SourceText and(String more) {
    return new SourceText(concept, file, line, text + more);
  }

  /** Where the comment, the text or the character that begins here ends. */
  private static int endOf(String source, int at) {
    if (source.startsWith("//", at)) {
      return source.indexOf('\n', at) + 1;
    }
    if (source.startsWith("/*", at)) {
      return source.indexOf("*/", at) + 2;
    }
    if (source.startsWith("\"\"\"", at)) {
      return source.indexOf("\"\"\"", at + 3) + 3;
    }
    char quote = source.charAt(at);
    return quote == '"' || quote == '\'' ? closing(source, at, quote) : at + 1;
  }

  private static int closing(String source, int at, char quote) {
    int end = at + 1;
    while (source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private static String inside(String source, int at, int end) {
    int quotes = source.startsWith("\"\"\"", at) ? 3 : 1;
    return source.substring(at + quotes, end - quotes);
  }

  private static int lineOf(String source, int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
