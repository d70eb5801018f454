package io.warmline.api.contract;

import static io.warmline.api.contract.ContractFile.elements;
import static io.warmline.api.contract.ContractFile.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.contract.ContractTree.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a contract is no longer kept by a newer one, as {@code docs/versioning.md} has it. What
 * is not known to be harmless is told: somebody has to look at it, and to say so here.
 */
final class ContractChanges {

  private static final Set<String> MARKS_OF_ITS_OWN =
      Set.of("x-streamed", "x-browser", "x-secret-answer", "x-sealed-answer");

  private static final String SCHEMAS = "/components/schemas";

  private final ContractTree before;
  private final ContractTree after;
  private final List<String> broken = new ArrayList<>();
  private final SchemaChanges requests;
  private final SchemaChanges answers;

  private ContractChanges(ContractTree before, ContractTree after) {
    this.before = before;
    this.after = after;
    this.requests = SchemaChanges.ofRequests(before, after, broken::add);
    this.answers = SchemaChanges.ofAnswers(before, after, broken::add);
  }

  /** What breaks, each with the place where it does; empty if a program goes on working. */
  static List<String> breaking(JsonNode before, JsonNode after) {
    ContractChanges changes =
        new ContractChanges(new ContractTree(before), new ContractTree(after));
    changes.compare();
    return List.copyOf(changes.broken);
  }

  private void compare() {
    same("/servers", before.at("/servers"), after.at("/servers"));
    same(
        "/components/securitySchemes",
        before.at("/components/securitySchemes"),
        after.at("/components/securitySchemes"));
    before
        .operations()
        .forEach(
            was ->
                after
                    .operation(was.id())
                    .ifPresentOrElse(
                        is -> compare(was, is), () -> broken.add(was.id() + " is gone")));
    compareRest();
  }

  /** What no operation has is told in another way, as to webhooks. */
  private void compareRest() {
    fields(before.at(SCHEMAS))
        .forEach(
            schema -> {
              String reference = "#" + SCHEMAS + "/" + schema.getKey();
              JsonNode now = after.at(SCHEMAS).path(schema.getKey());
              if (requests.hasReached(reference) || answers.hasReached(reference)) {
                return;
              }
              if (now.isMissingNode()) {
                broken.add(schema.getKey() + " is gone");
              } else {
                answers.compare(schema.getKey(), schema.getValue(), now);
              }
            });
  }

  private void compare(Operation was, Operation is) {
    same(was.id() + ": the method", was.method(), is.method());
    same(was.id() + ": the path", was.path(), is.path());
    same(was.id() + ": security", was.node().path("security"), is.node().path("security"));
    MARKS_OF_ITS_OWN.forEach(
        mark -> same(was.id() + ": " + mark, was.node().path(mark), is.node().path(mark)));
    compareScopes(was, is);
    compareLimits(was, is);
    compareParameters(was, is);
    compareBodies(was, is);
    compareResponses(was, is);
  }

  private void compareScopes(Operation was, Operation is) {
    Set<String> more = new TreeSet<>(is.scopes());
    more.removeAll(was.scopes());
    more.forEach(scope -> broken.add(was.id() + " needs the scope " + scope));
  }

  private void compareLimits(Operation was, Operation is) {
    fields(was.node().path("x-limited-keys"))
        .filter(limit -> !is.node().path("x-limited-keys").has(limit.getKey()))
        .forEach(limit -> broken.add(was.id() + " refuses keys limited to a " + limit.getKey()));
  }

  private void compareParameters(Operation was, Operation is) {
    for (JsonNode parameter : was.parameters()) {
      String name = nameOf(parameter);
      List<JsonNode> found = is.parameters().stream().filter(p -> nameOf(p).equals(name)).toList();
      if (found.isEmpty()) {
        broken.add(was.id() + ": " + name + " is gone");
      } else {
        JsonNode now = found.get(0);
        String where = was.id() + ": " + name;
        for (String way : List.of("style", "explode", "allowReserved")) {
          same(where + " " + way, parameter.path(way), now.path(way));
        }
        if (!isRequired(parameter) && isRequired(now)) {
          broken.add(where + " is required");
        }
        requests.compare(where, parameter.path("schema"), now.path("schema"));
      }
    }
    Set<String> known =
        was.parameters().stream().map(ContractChanges::nameOf).collect(Collectors.toSet());
    is.parameters().stream()
        .filter(ContractChanges::isRequired)
        .filter(parameter -> !known.contains(nameOf(parameter)))
        .forEach(p -> broken.add(was.id() + ": " + nameOf(p) + " is new and required"));
  }

  private static String nameOf(JsonNode parameter) {
    return parameter.path("in").asText() + " parameter " + parameter.path("name").asText();
  }

  private static boolean isRequired(JsonNode node) {
    return node.path("required").asBoolean();
  }

  private void compareBodies(Operation was, Operation is) {
    JsonNode body = was.body();
    JsonNode now = is.body();
    if (!isRequired(body) && isRequired(now)) {
      broken.add(was.id() + ": a body is required");
    }
    compareContent(was.id() + ": the body", body, now, requests);
    long most = was.mostBytes();
    if (most > 0 && is.mostBytes() > 0 && is.mostBytes() < most) {
      broken.add(was.id() + ": x-max-body-bytes is " + is.mostBytes() + ", no longer " + most);
    }
    if (most == 0 && body.isObject() && is.mostBytes() > 0) {
      broken.add(was.id() + ": x-max-body-bytes is new");
    }
  }

  private void compareResponses(Operation was, Operation is) {
    Set<String> statuses = names(was.node().path("responses"));
    Set<String> now = names(is.node().path("responses"));
    statuses.stream()
        .filter(status -> !now.contains(status))
        .forEach(status -> broken.add(was.id() + " no longer answers " + status));
    now.stream()
        .filter(status -> !statuses.contains(status))
        .forEach(status -> broken.add(was.id() + " answers " + status + ", which it did not"));
    statuses.stream()
        .filter(now::contains)
        .forEach(status -> compareResponse(was.id() + " " + status, was, is, status));
  }

  private void compareResponse(String where, Operation was, Operation is, String status) {
    JsonNode response = was.response(status);
    JsonNode now = is.response(status);
    compareContent(where, response, now, answers);
    fields(response.path("headers"))
        .forEach(
            header -> {
              JsonNode kept = now.path("headers").path(header.getKey());
              String at = where + ": the header " + header.getKey();
              if (kept.isMissingNode()) {
                broken.add(at + " is gone");
              } else {
                answers.compare(
                    at,
                    before.resolve(header.getValue()).path("schema"),
                    after.resolve(kept).path("schema"));
              }
            });
    Set<String> codes = codes(before, response);
    codes.removeAll(codes(after, now));
    codes.forEach(code -> broken.add(where + ": the code " + code + " is gone"));
  }

  private void compareContent(String where, JsonNode was, JsonNode is, SchemaChanges schemas) {
    fields(was.path("content"))
        .forEach(
            content -> {
              JsonNode now = is.path("content").path(content.getKey());
              if (now.isMissingNode()) {
                broken.add(where + ": " + content.getKey() + " is gone");
              } else {
                schemas.compare(where, content.getValue().path("schema"), now.path("schema"));
              }
            });
  }

  /** The codes of problems that a response shows: which they are stands in its examples. */
  private static Set<String> codes(ContractTree tree, JsonNode response) {
    return elements(response.path("content"))
        .flatMap(
            content ->
                Stream.concat(
                    Stream.of(content.path("example")),
                    elements(content.path("examples"))
                        .map(tree::resolve)
                        .map(example -> example.path("value"))))
        .map(example -> example.path("code").asText())
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void same(String what, Object was, Object is) {
    if (!was.equals(is)) {
      broken.add(what + " is not the same");
    }
  }

  private static Set<String> names(JsonNode map) {
    return fields(map).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
  }
}
