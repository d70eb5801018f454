package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.warmline.sdk.test.Refusal.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of the contract, with their examples. */
final class Contract {
  static final Contract INSTANCE = new Contract();

  /** An operation and the parameters in its path, if a request is one. */
  record Route(Operation operation, Map<String, String> parameters) {}

  private final List<Operation> operations = new ArrayList<>();

  private Contract() {
    JsonNode root = read();
    Shapes shapes = new Shapes(root.path("schemas"));
    root.path("operations").forEach(node -> operations.add(new Operation(node, shapes)));
  }

  private static JsonNode read() {
    try (InputStream stream = Contract.class.getResourceAsStream("contract.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(stream, "contract.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  Operation operation(String id) {
    return operations.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the contract has no operation " + id));
  }

  List<Operation> operations() {
    return operations;
  }

  /** Where a path fits two operations, that is meant which leaves least of it to parameters. */
  Optional<Route> route(String method, String path) {
    return operations.stream()
        .flatMap(operation -> operation.matches(method, path).stream())
        .min(
            Comparator.comparingInt(
                route -> route.parameters().values().stream().mapToInt(String::length).sum()));
  }

  static final class Operation {
    private static final String UNKNOWN = "UNKNOWN_PARAMETER";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final JsonNode node;
    private final Shapes shapes;
    private final Pattern path;
    private final List<String> names = new ArrayList<>();

    private Operation(JsonNode node, Shapes shapes) {
      this.node = node;
      this.shapes = shapes;
      StringBuilder regex = new StringBuilder();
      Matcher matcher = PARAMETER.matcher(node.path("path").asText());
      int from = 0;
      while (matcher.find()) {
        regex.append(Pattern.quote(node.path("path").asText().substring(from, matcher.start())));
        regex.append("([^/]+?)");
        names.add(matcher.group(1));
        from = matcher.end();
      }
      regex.append(Pattern.quote(node.path("path").asText().substring(from)));
      path = Pattern.compile(regex.toString());
    }

    String id() {
      return node.path("id").asText();
    }

    /** Whether it takes no key. */
    boolean open() {
      return node.path("open").asBoolean();
    }

    private Optional<Route> matches(String method, String path) {
      Matcher matcher = this.path.matcher(path);
      if (!node.path("method").asText().equals(method) || !matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        parameters.put(names.get(i), matcher.group(i + 1));
      }
      return Optional.of(new Route(this, parameters));
    }

    /** Whether it has a header of that name; whether it must come along. */
    Optional<Boolean> header(String name) {
      for (JsonNode parameter : node.path("parameters")) {
        if (parameter.path("name").asText().equals(name)) {
          return Optional.of(parameter.path("required").asBoolean());
        }
      }
      return Optional.empty();
    }

    /** Whether its body is JSON. */
    boolean takesJson() {
      return schemaOfBody().isPresent();
    }

    private Optional<JsonNode> schemaOfBody() {
      for (Map.Entry<String, JsonNode> body : node.path("bodies").properties()) {
        if (body.getKey().endsWith("json") && !body.getKey().contains("ndjson")) {
          return Optional.of(body.getValue());
        }
      }
      return Optional.empty();
    }

    /**
     * Holds a request to the contract.
     *
     * @throws Refusal 400 with all its mistakes
     */
    void require(Asked.Call call) {
      List<Mistake> mistakes = new ArrayList<>();
      call.parameters().forEach((name, value) -> parameter("path", name, value, mistakes));
      call.asked().query().forEach((name, value) -> parameter("query", name, value, mistakes));
      for (JsonNode parameter : node.path("parameters")) {
        String name = parameter.path("name").asText();
        if (parameter.path("required").asBoolean()
            && parameter.path("in").asText().equals("query")
            && call.query(name).isEmpty()) {
          mistakes.add(new Mistake(name, "INVALID_VALUE", "is required"));
        }
      }
      schemaOfBody()
          .ifPresent(body -> mistakes.addAll(shapes.mistakes(call.body(), body.path("schema"))));
      if (mistakes.stream().anyMatch(mistake -> mistake.code().equals(UNKNOWN))) {
        throw Refusal.unknownParameters(
            mistakes.stream().filter(mistake -> mistake.code().equals(UNKNOWN)).toList());
      }
      if (!mistakes.isEmpty()) {
        throw Refusal.invalid(mistakes);
      }
    }

    private void parameter(String in, String name, String value, List<Mistake> mistakes) {
      for (JsonNode parameter : node.path("parameters")) {
        if (parameter.path("in").asText().equals(in)
            && parameter.path("name").asText().equals(name)) {
          mistakes.addAll(shapes.mistakes(name, value, parameter.path("schema")));
          return;
        }
      }
      mistakes.add(new Mistake(name, UNKNOWN, "is not known here"));
    }

    /** The answer of the contract's example, whatever was asked. */
    Reply example() {
      JsonNode answer = node.path("answer");
      Reply reply = Reply.empty(answer.path("status").asInt());
      for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
        if (List.of("ETag", "Location", "Content-Disposition").contains(header.getKey())) {
          reply = reply.header(header.getKey(), header.getValue().asText());
        }
      }
      if (answer.has("mediaType")) {
        JsonNode body = answer.path("body");
        String text = body.isTextual() ? body.asText() : body.toString();
        reply =
            new Reply(reply.status(), reply.headers(), text)
                .header("Content-Type", answer.path("mediaType").asText());
      }
      return reply.header("Warmline-Fake", "example");
    }

    /**
     * Whether a request asks what the contract's example answers: the ids of its examples, nothing
     * in the query but a limit or the examples' values, and a body of one of its examples.
     *
     * @throws Refusal NOT_FOUND for another id; NOT_FAKED for anything else
     */
    void requireAskedAsInExample(Asked.Call call) {
      for (JsonNode parameter : node.path("parameters")) {
        String name = parameter.path("name").asText();
        boolean inPath = parameter.path("in").asText().equals("path");
        String given = inPath ? call.parameter(name) : call.query(name).orElse("");
        boolean known = given.isEmpty() || name.equals("limit") || has(parameter, given);
        if (!known && inPath) {
          throw Refusal.notFaked(
              id()
                  + " is answered by the example of the contract, which is for "
                  + name
                  + " "
                  + parameter.path("examples").path(0).asText()
                  + " alone.");
        }
        if (!known) {
          throw Refusal.notFaked(
              id() + " is answered by an example, which goes by no " + name + ".");
        }
      }
      Optional<JsonNode> body = schemaOfBody();
      if (body.isPresent() && !body.get().path("examples").isEmpty()) {
        ArrayNode examples = (ArrayNode) body.get().path("examples");
        boolean known = false;
        for (JsonNode example : examples) {
          known |= example.equals(call.body());
        }
        if (!known) {
          throw Refusal.notFaked(
              id()
                  + " is answered by the example of the contract, and this body is none of its"
                  + " examples.");
        }
      }
    }

    private static boolean has(JsonNode parameter, String given) {
      for (JsonNode example : parameter.path("examples")) {
        if (example.asText().equals(given)) {
          return true;
        }
      }
      return false;
    }
  }
}
