import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Run by the build: writes down what the server enforces of the contract, so that no start has to
 * read half a megabyte of YAML. {@code operations.json} has what every request needs, {@code
 * schemas.json} what it takes to explain a body that was refused.
 */
final class DigestContract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** What people read, and no program needs. */
  private static final Set<String> PROSE =
      Set.of("description", "example", "examples", "x-enum-varnames", "title");

  private final Map<String, Object> document;

  private DigestContract(Map<String, Object> document) {
    this.document = document;
  }

  public static void main(String[] args) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    Path target = Files.createDirectories(Path.of(args[1]));
    DigestContract digest =
        new DigestContract(
            new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(args[0]))));
    ObjectMapper json = new ObjectMapper();
    json.writeValue(target.resolve("operations.json").toFile(), digest.operations());
    json.writeValue(target.resolve("schemas.json").toFile(), digest.schemas());
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
    operation.put("method", method.toUpperCase(java.util.Locale.ROOT));
    operation.put("path", path);
    operation.put("scopes", list(written.get("x-required-scopes")));
    operation.put(
        "parameters", list(written.get("parameters")).stream().map(this::parameter).toList());
    operation.put("mostBytes", written.getOrDefault("x-max-body-bytes", 0));
    operation.put("bodies", bodies(map(written.get("requestBody"))));
    operation.put("answers", answers(map(written.get("responses"))));
    operation.put(
        "open", written.containsKey("security") && list(written.get("security")).isEmpty());
    operation.put("browsed", Boolean.TRUE.equals(written.get("x-browser")));
    operation.put("secret", Boolean.TRUE.equals(written.get("x-secret-answer")));
    boolean changes =
        list(written.get("x-required-scopes")).stream()
            .anyMatch(scope -> !scope.toString().endsWith(":read"));
    operation.put("audited", written.getOrDefault("x-audited", changes));
    return operation;
  }

  private Map<String, Object> parameter(Object written) {
    Map<String, Object> parameter = resolve(map(written));
    Map<String, Object> schema = resolve(map(parameter.get("schema")));
    boolean several = "array".equals(schema.get("type"));
    Map<String, Object> digest = new LinkedHashMap<>();
    digest.put("name", parameter.get("name"));
    digest.put("in", parameter.get("in"));
    digest.put("required", Boolean.TRUE.equals(parameter.get("required")));
    digest.put("schema", stripped(several ? resolve(map(schema.get("items"))) : schema));
    return digest;
  }

  /** The schema of the body by its media type; empty for a file. */
  private Map<String, Object> bodies(Map<String, Object> requestBody) {
    Map<String, Object> bodies = new LinkedHashMap<>();
    map(requestBody.get("content"))
        .forEach(
            (type, content) ->
                bodies.put(type, nameOf(map(map(content).get("schema")).get("$ref"))));
    return bodies;
  }

  /** The media types of a success. */
  private List<String> answers(Map<String, Object> responses) {
    return responses.entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .flatMap(
            response -> map(resolve(map(response.getValue())).get("content")).keySet().stream())
        .distinct()
        .toList();
  }

  private Map<String, Object> schemas() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach((name, schema) -> schemas.put(name, stripped(schema)));
    return schemas;
  }

  /** Without prose; a property that happens to be called like it stays. */
  private Object stripped(Object written) {
    if (written instanceof List<?> items) {
      return items.stream().map(this::stripped).toList();
    }
    if (!(written instanceof Map<?, ?>)) {
      return written;
    }
    Map<String, Object> stripped = new LinkedHashMap<>();
    map(written)
        .forEach(
            (key, value) -> {
              if (key.equals("properties")) {
                Map<String, Object> properties = new LinkedHashMap<>();
                map(value).forEach((name, property) -> properties.put(name, stripped(property)));
                stripped.put(key, properties);
              } else if (key.equals("$ref")) {
                stripped.put(key, nameOf(value));
              } else if (!PROSE.contains(key)) {
                stripped.put(key, stripped(value));
              }
            });
    return stripped;
  }

  private static String nameOf(Object reference) {
    return reference == null
        ? ""
        : String.valueOf(reference).substring(String.valueOf(reference).lastIndexOf('/') + 1);
  }

  private Map<String, Object> resolve(Map<String, Object> written) {
    Object reference = written.get("$ref");
    if (reference == null) {
      return written;
    }
    Object found = document;
    for (String step : String.valueOf(reference).substring(2).split("/", -1)) {
      found = map(found).get(step);
    }
    return resolve(map(found));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    if (value == null) {
      return Map.of();
    }
    Map<String, Object> texts = new LinkedHashMap<>();
    ((Map<Object, Object>) value).forEach((key, item) -> texts.put(String.valueOf(key), item));
    return texts;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
