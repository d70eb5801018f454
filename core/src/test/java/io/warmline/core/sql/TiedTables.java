package io.warmline.core.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the tables of a statement that are not tied to the parameter {@code :tenant} by themselves.
 */
final class TiedTables {

  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "set",
          "on",
          "join",
          "left",
          "cross",
          "inner",
          "order",
          "group",
          "limit",
          "using",
          "for",
          "union",
          "values",
          "returning",
          "offset",
          "from",
          "and",
          "as");

  private final Pattern named;

  TiedTables(List<String> tables) {
    String names = tables.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    named =
        Pattern.compile(
            "\\b(?:(?<!insert )into|from|join|update|using|from\\s[^()]*?,)\\s+("
                + names
                + ")\\b(?!\\.)(?:\\s+(?:as\\s+)?(\\w+))?");
  }

  /** One line for each that is not. */
  List<String> untied(String statement) {
    Map<String, Integer> wanted = new HashMap<>();
    Matcher found = named.matcher(statement);
    for (int at = 0; found.find(at); at = found.end(1)) {
      wanted.merge(tie(found.group(1), found.group(2)), 1, Integer::sum);
    }
    List<String> untied = new ArrayList<>();
    wanted.forEach(
        (tie, times) -> {
          if (count(tie, statement) < times) {
            untied.add(times + " times wanted: " + tie);
          }
        });
    return untied;
  }

  private static String tie(String table, String alias) {
    String column = table.equals("tenant") ? "id" : "tenant_id";
    boolean aliased = alias != null && !NO_ALIAS.contains(alias);
    return (aliased ? alias + "." : "") + column + " = :tenant";
  }

  private static int count(String tie, String statement) {
    return (int)
        Pattern.compile("(?<![.\\w])" + Pattern.quote(tie) + "\\b")
            .matcher(statement)
            .results()
            .count();
  }
}
