package io.warmline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to what the server says to the database; PostgreSQL writes it into a log. */
final class StatementLog {

  /** Between @ and @ stands the session. */
  private static final Pattern ENTRY =
      Pattern.compile("@([0-9a-f.]+)@ (LOG|DETAIL):\\s+(.*)", Pattern.DOTALL);

  private static final Pattern STATEMENT =
      Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')", Pattern.DOTALL);

  private final Server server;
  private final Tables tables;
  private long from;

  StatementLog(Server server, Tables tables) {
    this.server = server;
    this.tables = tables;
  }

  /** A statement with the values of $1, $2…; a null stands for itself. */
  record Statement(String sql, Map<Integer, String> values) {}

  /** Has PostgreSQL write a log, for which it must be started anew. */
  void prepare() throws Exception {
    if (tables.text("show logging_collector").equals("on")) {
      return;
    }
    tables.run("alter system set logging_collector = on");
    tables.run("alter system set log_filename = 'statements.log'");
    tables.run("alter system set log_line_prefix = '@%c@ '");
    server.restartDatabase();
    tables.reconnect();
  }

  private Path file() {
    return server.data().resolve("log").resolve("statements.log");
  }

  void begin() throws Exception {
    tables.run("alter system set log_statement = 'all'");
    tables.run("select pg_reload_conf()");
    Thread.sleep(1000);
    from = Files.size(file());
  }

  /** Stops listening; the last transaction since with this in it. */
  List<Statement> lastTransactionWith(String part) throws Exception {
    Thread.sleep(500);
    tables.run("alter system reset log_statement");
    tables.run("select pg_reload_conf()");
    Thread.sleep(1000);
    Map<String, List<Statement>> open = new HashMap<>();
    List<Statement> last = List.of();
    for (String[] entry : entries()) {
      String session = entry[0];
      List<Statement> transaction = open.computeIfAbsent(session, s -> new ArrayList<>());
      if (entry[1].equals("DETAIL")) {
        if (!transaction.isEmpty()) {
          transaction.get(transaction.size() - 1).values().putAll(values(entry[2]));
        }
        continue;
      }
      Matcher statement = STATEMENT.matcher(entry[2]);
      if (!statement.matches()) {
        continue;
      }
      String sql = statement.group(1).strip();
      switch (sql.toLowerCase(Locale.ROOT)) {
        case "begin" -> transaction.clear();
        case "commit" -> {
          if (transaction.stream().anyMatch(s -> s.sql().contains(part))) {
            last = List.copyOf(transaction);
          }
        }
        default -> transaction.add(new Statement(sql, new HashMap<>()));
      }
    }
    if (last.isEmpty()) {
      throw new IllegalStateException("no transaction with " + part + " in " + file());
    }
    return last;
  }

  private static Map<Integer, String> values(String detail) {
    Map<Integer, String> values = new HashMap<>();
    Matcher value = VALUE.matcher(detail);
    while (value.find()) {
      String text = value.group(2);
      values.put(
          Integer.valueOf(value.group(1)),
          text.equals("NULL") ? null : text.substring(1, text.length() - 1).replace("''", "'"));
    }
    return values;
  }

  /**
   * Session, kind and text. What PostgreSQL writes over several lines begins with a tab from the
   * second line on.
   */
  private List<String[]> entries() throws IOException {
    List<String[]> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    for (String line : lines(file())) {
      if (line.startsWith("@")) {
        add(entry, entries);
        entry.setLength(0);
        entry.append(line);
      } else {
        entry.append('\n').append(line);
      }
    }
    add(entry, entries);
    return entries;
  }

  private static void add(StringBuilder entry, List<String[]> entries) {
    Matcher matcher = ENTRY.matcher(entry);
    if (matcher.find()) {
      entries.add(new String[] {matcher.group(1), matcher.group(2), matcher.group(3)});
    }
  }

  private List<String> lines(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return new String(
            all, Math.toIntExact(from), all.length - Math.toIntExact(from), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
