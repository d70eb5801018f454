package io.warmline.core.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of the schema, and which concepts write and read them, as the sources have it. */
final class Tables {

  private static final Path SCHEMA = Path.of("src/main/resources/db/migration");
  private static final Pattern CREATED = Pattern.compile("(?m)^create table (\\w+)");
  private static final Pattern ENTITY =
      Pattern.compile("@Entity\\b.*?\\bclass (\\w+)", Pattern.DOTALL);

  private final Map<String, Set<String>> writers = new TreeMap<>();
  private final Map<String, Set<String>> readers = new TreeMap<>();

  private Tables() {}

  /** All tables that the migrations make, in their order. */
  static List<String> all() {
    return schema()
        .lines()
        .map(CREATED::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .toList();
  }

  /** As the sources are now. */
  static Tables used() {
    Tables tables = new Tables();
    String names = all().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern written =
        Pattern.compile("\\b(?:insert into|delete from|update|copy)\\s+(" + names + ")\\b(?!\\.)");
    Pattern read =
        Pattern.compile(
            "(?<!\\bdelete )\\b(?:from|join|using)\\s+(" + names + ")\\b(?!\\.| lists?\\b)");
    Pattern listed = Pattern.compile("\\bfrom\\s[^()]*?,\\s*(" + names + ")\\s+\\w");
    for (SourceText text : SourceText.all()) {
      note(tables.writers, written, text);
      note(tables.readers, read, text);
      note(tables.readers, listed, text);
    }
    noteEntities(tables.writers);
    return tables;
  }

  private static void note(Map<String, Set<String>> who, Pattern how, SourceText text) {
    how.matcher(text.text()).results().forEach(m -> add(who, m.group(1), text.concept()));
  }

  private static void noteEntities(Map<String, Set<String>> writers) {
    for (SourceText.File file : SourceText.files()) {
      ENTITY
          .matcher(file.source())
          .results()
          .forEach(m -> add(writers, m.group(1).toLowerCase(Locale.ROOT), file.concept()));
    }
  }

  private static void add(Map<String, Set<String>> who, String table, String concept) {
    who.computeIfAbsent(table, any -> new TreeSet<>()).add(concept);
  }

  /** Concepts with an insert, an update, a delete or an entity of this table. */
  Set<String> writersOf(String table) {
    return writers.getOrDefault(table, Collections.emptySet());
  }

  /** Concepts that read this table in a statement. */
  Set<String> readersOf(String table) {
    return readers.getOrDefault(table, Collections.emptySet());
  }

  private static String schema() {
    try (var files = Files.list(SCHEMA)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
