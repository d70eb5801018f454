package io.warmline.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** openapi.yaml, as far as tests need it. */
final class Contract {
  private static final JsonNode ROOT = read();

  record Operation(String id, String tag, String method, String path, JsonNode node) {
    boolean matches(FakeServer.Asked asked) {
      String pattern = Pattern.compile("\\{[^}]+}").matcher(path).replaceAll("[^/]+");
      return method.equals(asked.method()) && asked.path().matches(pattern);
    }

    List<String> parameters(String in) {
      return elements(node.path("parameters"))
          .map(Contract::resolve)
          .filter(parameter -> parameter.path("in").asText().equals(in))
          .map(parameter -> parameter.path("name").asText())
          .toList();
    }

    /** Name of the schema of the body by media type; empty without a body. */
    Optional<JsonNode> requestBody(String mediaType) {
      JsonNode schema = node.at("/requestBody/content").path(mediaType).path("schema");
      return schema.isMissingNode() ? Optional.empty() : Optional.of(resolve(schema));
    }

    boolean hasBody() {
      return node.has("requestBody");
    }

    /** The first of its successes. */
    Map.Entry<String, JsonNode> success() {
      return fields(node.path("responses"))
          .filter(response -> response.getKey().startsWith("2") || response.getKey().equals("302"))
          .map(response -> Map.entry(response.getKey(), resolve(response.getValue())))
          .findFirst()
          .orElseThrow();
    }
  }

  /** An example of a body in JSON, and the name of its schema. */
  record Example(String where, String schema, JsonNode value) {
    @Override
    public String toString() {
      return where;
    }
  }

  private Contract() {}

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    fields(ROOT.path("paths"))
        .forEach(
            path ->
                fields(path.getValue())
                    .filter(method -> method.getValue().has("operationId"))
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getValue().path("operationId").asText(),
                                    method.getValue().at("/tags/0").asText(),
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  static Stream<Example> examples() {
    return operations().stream()
        .flatMap(
            operation ->
                Stream.concat(
                    examples(operation.id() + " request", operation.node().path("requestBody")),
                    fields(operation.node().path("responses"))
                        .flatMap(
                            response ->
                                examples(
                                    operation.id() + " " + response.getKey(),
                                    resolve(response.getValue())))));
  }

  private static Stream<Example> examples(String where, JsonNode carrier) {
    return fields(carrier.path("content"))
        .filter(content -> content.getKey().matches("application/(json|.*[+]json)"))
        .flatMap(
            content -> {
              String reference = content.getValue().at("/schema/$ref").asText();
              String schema = reference.substring(reference.lastIndexOf('/') + 1);
              return Stream.concat(
                      Stream.of(content.getValue().path("example")),
                      elements(content.getValue().path("examples")).map(e -> e.path("value")))
                  .filter(value -> !value.isMissingNode())
                  .map(value -> new Example(where, schema, value));
            });
  }

  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(ROOT.at(node.path("$ref").asText().substring(1))) : node;
  }

  static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return stream(node.fields());
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return node instanceof MissingNode ? Stream.empty() : stream(node.elements());
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    Iterable<T> iterable = () -> iterator;
    return StreamSupport.stream(iterable.spliterator(), false);
  }

  private static JsonNode read() {
    try {
      org.yaml.snakeyaml.LoaderOptions options = new org.yaml.snakeyaml.LoaderOptions();
      options.setCodePointLimit(20_000_000);
      com.fasterxml.jackson.dataformat.yaml.YAMLFactory factory =
          com.fasterxml.jackson.dataformat.yaml.YAMLFactory.builder()
              .loaderOptions(options)
              .build();
      return new YAMLMapper(factory).readTree(Path.of("..", "openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
