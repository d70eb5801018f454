import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Run by the build: writes down what the fake server goes by, the contract without its prose. */
final class WriteContract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private static final Set<String> PROSE =
      Set.of("description", "example", "examples", "x-enum-varnames", "title");

  private final Map<String, Object> document;

  private WriteContract(Map<String, Object> document) {
    this.document = document;
  }

  public static void main(String[] args) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    WriteContract contract =
        new WriteContract(
            new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(args[0]))));
    Path target = Path.of(args[1]);
    Files.createDirectories(target.getParent());
    new ObjectMapper()
        .findAndRegisterModules()
        .writeValue(
            target.toFile(),
            Map.of("operations", contract.operations(), "schemas", contract.schemas()));
  }

  private List<Object> operations() {
    List<Object> operations = new ArrayList<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(operation(path, method, map(operation)));
                          }
                        }));
    return operations;
  }

  private Map<String, Object> operation(String path, String method, Map<String, Object> written) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("id", written.get("operationId"));
    operation.put("method", method.toUpperCase(Locale.ROOT));
    operation.put("path", path);
    operation.put("open", written.get("security") instanceof List<?> none && none.isEmpty());
    List<Object> parameters = new ArrayList<>();
    list(written.get("parameters")).forEach(one -> parameters.add(parameter(resolve(map(one)))));
    operation.put("parameters", parameters);
    Map<String, Object> bodies = new LinkedHashMap<>();
    map(resolve(map(written.get("requestBody"))).get("content"))
        .forEach(
            (type, content) ->
                bodies.put(
                    type,
                    Map.of(
                        "schema", bare(map(content).get("schema")),
                        "examples", examples(map(content)))));
    operation.put("bodies", bodies);
    operation.put("answer", answer(map(written.get("responses"))));
    return operation;
  }

  private Map<String, Object> parameter(Map<String, Object> written) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", written.get("name"));
    parameter.put("in", written.get("in"));
    parameter.put("required", Boolean.TRUE.equals(written.get("required")));
    parameter.put("schema", bare(written.get("schema")));
    parameter.put("examples", examples(written));
    return parameter;
  }

  /** The first success that has content, or else the first. */
  private Map<String, Object> answer(Map<String, Object> responses) {
    List<Map.Entry<String, Object>> successes =
        responses.entrySet().stream()
            .filter(one -> one.getKey().startsWith("2") || one.getKey().equals("302"))
            .toList();
    Map.Entry<String, Object> chosen =
        successes.stream()
            .filter(one -> !map(resolve(map(one.getValue())).get("content")).isEmpty())
            .findFirst()
            .orElse(successes.get(0));
    Map<String, Object> response = resolve(map(chosen.getValue()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", Integer.valueOf(chosen.getKey()));
    Map<String, Object> headers = new LinkedHashMap<>();
    map(response.get("headers"))
        .forEach((name, header) -> headers.put(name, resolve(map(header)).get("example")));
    answer.put("headers", headers);
    map(response.get("content")).entrySet().stream()
        .findFirst()
        .ifPresent(
            content -> {
              answer.put("mediaType", content.getKey());
              answer.put("body", examples(map(content.getValue())).get(0));
            });
    return answer;
  }

  private static List<Object> examples(Map<String, Object> carrier) {
    List<Object> examples = new ArrayList<>();
    if (carrier.containsKey("example")) {
      examples.add(carrier.get("example"));
    }
    map(carrier.get("examples"))
        .values()
        .forEach(
            example -> {
              if (map(example).containsKey("value")) {
                examples.add(map(example).get("value"));
              }
            });
    return examples;
  }

  private Map<String, Object> schemas() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach((name, schema) -> schemas.put(name, bare(schema)));
    return schemas;
  }

  private static Object bare(Object node) {
    return bare(node, false);
  }

  /** Names of properties are no prose, whatever they are called. */
  private static Object bare(Object node, boolean names) {
    if (node instanceof Map<?, ?> written) {
      Map<String, Object> kept = new LinkedHashMap<>();
      written.forEach(
          (key, value) -> {
            if (names || !PROSE.contains(key.toString())) {
              kept.put(key.toString(), bare(value, !names && key.equals("properties")));
            }
          });
      return kept;
    }
    return node instanceof List<?> items
        ? items.stream().map(WriteContract::bare).toList()
        : node == null ? Map.of() : node;
  }

  private Map<String, Object> resolve(Map<String, Object> node) {
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    Map<String, Object> found = document;
    for (String step : reference.substring(2).split("/")) {
      found = map(found.get(step));
    }
    return resolve(found);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return node instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }

  private static List<?> list(Object node) {
    return node instanceof List<?> found ? found : List.of();
  }
}
