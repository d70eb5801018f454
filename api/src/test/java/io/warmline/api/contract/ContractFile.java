package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as it is written, for tests that hold it against itself and against the server. */
final class ContractFile {

  static final Path PATH = Path.of("..", "openapi.yaml");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final JsonNode ROOT = read();

  private ContractFile() {}

  /** An operation of the contract. */
  record Operation(String id, String method, String path, JsonNode node) {

    List<JsonNode> parameters(String in) {
      return elements(node.path("parameters"))
          .map(ContractFile::resolve)
          .filter(parameter -> parameter.path("in").asText().equals(in))
          .toList();
    }

    boolean takes(String in, String name) {
      return parameters(in).stream()
          .anyMatch(parameter -> parameter.path("name").asText().equals(name));
    }

    List<String> scopes() {
      return elements(node.path("x-required-scopes")).map(JsonNode::asText).toList();
    }

    /** Whether it is called without a key. */
    boolean isOpen() {
      return node.has("security") && node.path("security").isEmpty();
    }

    /** Whether it takes the operator's key, and no other. */
    boolean isOperators() {
      return elements(node.path("security")).anyMatch(way -> way.has("operatorKey"));
    }

    /** Whether a tenant's key opens it. */
    boolean isTenants() {
      return !isOpen() && !isOperators();
    }

    /** The example of the request by media type. */
    Map<String, JsonNode> requests() {
      Map<String, JsonNode> requests = new LinkedHashMap<>();
      fields(node.path("requestBody").path("content"))
          .forEach(c -> requests.put(c.getKey(), examples(c.getValue()).get(0)));
      return requests;
    }

    /** The schema of the body in JSON; missing where there is none. */
    JsonNode jsonSchema() {
      return jsonBody()
          .map(type -> node.path("requestBody").path("content").path(type).path("schema"))
          .orElse(MissingNode.getInstance());
    }

    /** The media type of the body if it is one kind of JSON. */
    Optional<String> jsonBody() {
      return requests().keySet().stream().filter(ContractFile::isJson).findFirst();
    }

    long mostBytes() {
      return node.path("x-max-body-bytes").asLong();
    }

    boolean answers(int status) {
      return node.path("responses").has(String.valueOf(status));
    }

    JsonNode response(int status) {
      return resolve(node.path("responses").path(String.valueOf(status)));
    }

    /** The media types in which it answers; none where there is no body. */
    List<String> mediaTypes(int status) {
      return fields(response(status).path("content")).map(Map.Entry::getKey).toList();
    }

    /** The example of the answer in JSON; missing where there is none. */
    JsonNode answer(int status) {
      JsonNode content = response(status).path("content").path("application/json");
      return content.isMissingNode() ? content : examples(content).get(0);
    }

    /** The codes of the conflicts it documents. */
    Set<String> conflicts() {
      JsonNode content = response(409).path("content").path("application/problem+json");
      return content.isMissingNode()
          ? Set.of()
          : examples(content).stream()
              .map(example -> example.path("code").asText())
              .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** A value that has an example, or several. */
  record Example(String where, JsonNode schema, JsonNode value) {

    @Override
    public String toString() {
      return where;
    }
  }

  static JsonNode root() {
    return ROOT;
  }

  static byte[] bytes() {
    try {
      return Files.readAllBytes(PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Operation> operations() {
    return fields(ROOT.path("paths"))
        .flatMap(
            path ->
                fields(path.getValue())
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(
                        method ->
                            new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue())))
        .toList();
  }

  static Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  /**
   * The examples of a media type, a parameter or a header, written out or by name. One without a
   * value stands for leaving a parameter out.
   */
  static List<JsonNode> examples(JsonNode carrier) {
    return Stream.concat(
            carrier.has("example") ? Stream.of(carrier.path("example")) : Stream.empty(),
            elements(carrier.path("examples"))
                .map(ContractFile::resolve)
                .filter(example -> example.has("value"))
                .map(example -> example.path("value")))
        .toList();
  }

  /** What a {@code $ref} leads to; anything else is itself. */
  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(ROOT.at(node.path("$ref").asText().substring(1))) : node;
  }

  static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.properties().stream();
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static JsonNode read() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    Object document =
        new Yaml(new SafeConstructor(options)).load(new String(bytes(), StandardCharsets.UTF_8));
    return new ObjectMapper().valueToTree(document);
  }
}
