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
 * The contract as the running server goes by it: scopes, known query parameters and body limits are
 * enforced from the file itself, so that what is served and what is promised cannot differ.
 */
@Singleton
public class Contract {

  private static final String FILE = "META-INF/openapi.yaml";

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
   * @param mostBytes largest body, in bytes
   * @param mediaTypes what the body may be
   */
  public record Operation(
      String id,
      Set<String> scopes,
      Set<String> queryParameters,
      long mostBytes,
      List<String> mediaTypes) {}

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
    Map<String, Object> shared = map(map(document.get("components")).get("parameters"));
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
    Set<String> query = new HashSet<>();
    for (Object parameter : list(operation.get("parameters"))) {
      Map<String, Object> resolved = resolve(map(parameter), shared);
      if ("query".equals(resolved.get("in"))) {
        query.add(String.valueOf(resolved.get("name")));
      }
    }
    Set<String> scopes = new HashSet<>();
    list(operation.get("x-required-scopes")).forEach(scope -> scopes.add(String.valueOf(scope)));
    Object most = operation.getOrDefault("x-max-body-bytes", 0);
    Map<String, Object> content = map(map(operation.get("requestBody")).get("content"));
    return new Operation(
        String.valueOf(operation.get("operationId")),
        Set.copyOf(scopes),
        Set.copyOf(query),
        ((Number) most).longValue(),
        List.copyOf(content.keySet()));
  }

  private static Map<String, Object> resolve(
      Map<String, Object> parameter, Map<String, Object> shared) {
    Object reference = parameter.get("$ref");
    if (reference == null) {
      return parameter;
    }
    String text = String.valueOf(reference);
    return map(shared.get(text.substring(text.lastIndexOf('/') + 1)));
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
