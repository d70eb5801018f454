package io.warmline.bench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A transaction that was seen, as a script of pgbench that does the same for other leads: where the
 * lead's number stood, its variable n stands, and ids that the application had made up are made of
 * n. A claim finds its lead itself: there n is what the claim statement brings back.
 *
 * @param variables the other values, by name
 */
record Replay(String script, Map<String, String> variables, int statements) {

  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern UUIDS =
      Pattern.compile("\\{" + UUID.pattern() + "(," + UUID.pattern() + ")*\\}");
  private static final Pattern TEXTS = Pattern.compile("\\{[^\"]*\\}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  /** How the statement that claims begins, and what it brings back. */
  private static final String CLAIM = "with best as";

  private static final String CLAIMED = "select r.*, ";

  static Replay of(List<StatementLog.Statement> seen, int lead, String... known) {
    Writer writer = new Writer(String.valueOf(lead), Set.of(known));
    StringBuilder script =
        new StringBuilder("\\set i :i + 1\n\\set n :first + :client_id * :each + :i\nbegin;\n");
    seen.forEach(statement -> script.append(writer.write(statement)).append(";\n"));
    return new Replay(script.append("commit;\n").toString(), writer.variables, seen.size());
  }

  /**
   * The transaction of a claim: the ids of the claim and of the lead are those that its statement
   * brings back, and what it asks for afterwards goes by them.
   *
   * @param claim the id that the application had made up for the claim
   * @param agents who claim, one for each client
   */
  static Replay ofClaim(
      List<StatementLog.Statement> seen,
      int lead,
      String claim,
      String tenant,
      List<String> agents,
      String campaign) {
    Writer writer = new Writer(String.valueOf(lead), Set.of(tenant, campaign));
    writer.variables.put("agents", "{" + String.join(",", agents) + "}");
    agents.forEach(agent -> writer.byClient.add(agent));
    StringBuilder script = new StringBuilder("begin;\n");
    for (StatementLog.Statement statement : seen) {
      if (statement.sql().startsWith(CLAIM)) {
        script.append(
            writer
                .write(statement)
                .replace(writer.value("{" + claim + "}"), "array[gen_random_uuid()]")
                .replace(CLAIMED, CLAIMED + "right(r.lead_id::text, 7) as n, "));
        script.append("\n\\gset\n");
        writer.found.put(claim, "id");
      } else {
        script.append(writer.write(statement)).append(";\n");
      }
    }
    return new Replay(script.append("commit;\n").toString(), writer.variables, seen.size());
  }

  private static final class Writer {

    private final String lead;
    private final Set<String> known;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> byClient = new HashSet<>();
    private final Map<String, String> madeUp = new LinkedHashMap<>();

    Writer(String lead, Set<String> known) {
      this.lead = lead;
      this.known = known;
    }

    String write(StatementLog.Statement statement) {
      return PARAMETER
          .matcher(statement.sql())
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      value(statement.values().get(Integer.valueOf(found.group(1))))));
    }

    private String value(String seen) {
      if (seen == null) {
        return "null";
      }
      if (NUMBER.matcher(seen).matches()) {
        return seen;
      }
      if (seen.equals("t") || seen.equals("f")) {
        return seen.equals("t") ? "true" : "false";
      }
      if (seen.equals("{}")) {
        return "'{}'"; // an empty array of some type, or an object
      }
      if (byClient.contains(seen)) {
        return "(cast(:agents as uuid[]))[:client_id + 1]";
      }
      if (found.containsKey(seen)) {
        return "cast(:" + found.get(seen) + " as uuid)";
      }
      String type = type(seen);
      String expression = expression(UUID.matcher(seen).replaceAll(this::id));
      return type.isEmpty() ? expression : "cast(" + expression + " as " + type + ")";
    }

    /**
     * The type that the driver sends along; PostgreSQL finds that of an id that is not put together
     * by itself.
     */
    private String type(String seen) {
      if (UUID.matcher(seen).matches()) {
        return known.contains(seen) ? "" : "uuid";
      }
      if (UUIDS.matcher(seen).matches()) {
        return "uuid[]";
      }
      if (TEXTS.matcher(seen).matches()) {
        return "text[]";
      }
      return TIME.matcher(seen).matches() ? "timestamptz" : "";
    }

    private String id(MatchResult found) {
      String id = found.group();
      return known.contains(id) || id.endsWith(lead)
          ? id
          : madeUp.computeIfAbsent(
              id, i -> "0198f2%02x-0000-7000-8000-00000%s".formatted(madeUp.size(), lead));
    }

    private String expression(String text) {
      String expression =
          Stream.of(text.split(lead, -1))
              .map(part -> part.isEmpty() ? "''" : variable(part))
              .collect(Collectors.joining(" || :n || "));
      return text.contains(lead) ? "(" + expression + ")" : expression;
    }

    private String variable(String text) {
      String name = "v" + variables.size();
      for (Map.Entry<String, String> before : variables.entrySet()) {
        if (before.getValue().equals(text)) {
          return ":" + before.getKey();
        }
      }
      variables.put(name, text);
      return ":" + name;
    }
  }
}
