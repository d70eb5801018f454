package io.warmline.api.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract as the running server goes by it: scopes, parameters and their types and body limits
 * are enforced from the file itself, so that what is served and what is promised cannot differ.
 */
@Singleton
public class Contract {

  private static final String FILE = "META-INF/openapi.yaml";
  private static final Set<String> PLACES = Set.of("path", "query");

  private final Map<String, Operation> operations;
  private final Map<String, Set<String>> properties;
  private final Map<Pattern, Set<String>> methods;

  Contract() {
    Map<String, Object> document = read();
    this.operations = operations(document);
    this.properties = properties(document);
    this.methods = methods(document);
  }

  /**
   * What the contract says of an operation.
   *
   * @param scopes the key needs all of them
   * @param parameters those in the path and in the query
   * @param mostBytes largest body, in bytes
   * @param mediaTypes what the body may be
   * @param open whether it is called without a key
   * @param browsed whether browsers call it, with whatever query somebody has added
   */
  public record Operation(
      String id,
      Set<String> scopes,
      List<Parameter> parameters,
      long mostBytes,
      List<String> mediaTypes,
      boolean open,
      boolean browsed) {

    Set<String> queryParameters() {
      return parameters.stream()
          .filter(Parameter::isQuery)
          .map(Parameter::name)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The operation with this operationId. @throws IllegalArgumentException if there is none */
  public Operation operation(String id) {
    Operation operation = operations.get(id);
    if (operation == null) {
      throw new IllegalArgumentException("the contract has no operation " + id);
    }
    return operation;
  }

  /** All scopes that any operation needs. */
  public Set<String> allScopes() {
    Set<String> all = new HashSet<>();
    operations.values().forEach(operation -> all.addAll(operation.scopes()));
    return all;
  }

  /** The properties of a schema. */
  public Set<String> propertiesOf(String schema) {
    return properties.getOrDefault(schema, Set.of());
  }

  /** The methods that a path takes, in capitals; empty if it is not in the contract. */
  Set<String> methodsAt(String path) {
    return methods.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(path).matches())
        .flatMap(entry -> entry.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<Pattern, Set<String>> methods(Map<String, Object> document) {
    Map<Pattern, Set<String>> methods = new HashMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                methods.put(
                    Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+")),
                    map(item).keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet())));
    return methods;
  }

  private static Map<String, Object> read() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new Yaml(new SafeConstructor(options)).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Operation> operations(Map<String, Object> document) {
    Map<String, Object> shared = map(document.get("components"));
    Map<String, Operation> operations = new HashMap<>();
    for (Object path : map(document.get("paths")).values()) {
      for (Object operation : map(path).values()) {
        Operation read = operation(map(operation), shared);
        operations.put(read.id(), read);
      }
    }
    return operations;
  }

  private static Operation operation(Map<String, Object> operation, Map<String, Object> shared) {
    List<Parameter> parameters =
        list(operation.get("parameters")).stream()
            .map(parameter -> parameter(resolve(map(parameter), shared), shared))
            .filter(parameter -> PLACES.contains(parameter.in()))
            .toList();
    Set<String> scopes = new HashSet<>();
    list(operation.get("x-required-scopes")).forEach(scope -> scopes.add(String.valueOf(scope)));
    Object most = operation.getOrDefault("x-max-body-bytes", 0);
    Map<String, Object> content = map(map(operation.get("requestBody")).get("content"));
    return new Operation(
        String.valueOf(operation.get("operationId")),
        Set.copyOf(scopes),
        parameters,
        ((Number) most).longValue(),
        List.copyOf(content.keySet()),
        operation.containsKey("security") && list(operation.get("security")).isEmpty(),
        Boolean.TRUE.equals(operation.get("x-browser")));
  }

  private static Parameter parameter(Map<String, Object> parameter, Map<String, Object> shared) {
    Map<String, Object> schema = resolve(map(parameter.get("schema")), shared);
    if ("array".equals(schema.get("type"))) {
      schema = resolve(map(schema.get("items")), shared);
    }
    return new Parameter(
        String.valueOf(parameter.get("name")),
        String.valueOf(parameter.get("in")),
        ValueType.of(String.valueOf(schema.get("type")), String.valueOf(schema.get("format"))),
        list(schema.get("enum")).stream().map(String::valueOf).toList());
  }

  /** What a {@code $ref} to {@code #/components/<kind>/<name>} leads to. */
  private static Map<String, Object> resolve(
      Map<String, Object> described, Map<String, Object> shared) {
    Object reference = described.get("$ref");
    if (reference == null) {
      return described;
    }
    String[] steps = String.valueOf(reference).split("/", -1);
    return map(map(shared.get(steps[2])).get(steps[3]));
  }

  private static Map<String, Set<String>> properties(Map<String, Object> document) {
    Map<String, Set<String>> properties = new HashMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> properties.put(name, map(map(schema).get("properties")).keySet()));
    return properties;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? new ArrayList<>() : (List<Object>) value;
  }
}
