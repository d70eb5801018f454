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
 * schemas.json} what it takes to explain a body that was refused, {@code tools.json} what agent
 * programs are told of operations.
 */
final class DigestContract {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** What people read, and no program needs. */
  private static final Set<String> PROSE =
      Set.of("description", "example", "examples", "x-enum-varnames", "title");

  private static final Set<String> IDEMPOTENT = Set.of("get", "put", "delete");

  private static final Set<String> LEFT_OUT =
      Set.of("x-streamed", "x-event-stream", "x-browser", "x-secret-answer");

  /**
   * Kept under an idempotency key so that only who asked can read it: a secret, or what is about
   * somebody whom no record names.
   */
  private static final Set<String> SEALED = Set.of("x-secret-answer", "x-sealed-answer");

  private static final Set<String> SAME_IN_JSON_SCHEMA =
      Set.of(
          "default",
          "description",
          "enum",
          "format",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "nullable",
          "pattern",
          "readOnly",
          "required",
          "type",
          "uniqueItems");

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
    json.writeValue(target.resolve("tools.json").toFile(), digest.tools());
  }

  private List<Object> operations() {
    List<Object> operations = new ArrayList<>();
    forEachOperation(
        (path, method, operation) -> operations.add(operation(path, method, operation)));
    return operations;
  }

  private interface Visitor {
    void visit(String path, String method, Map<String, Object> operation);
  }

  private void forEachOperation(Visitor visitor) {
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            visitor.visit(path, method, map(operation));
                          }
                        }));
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
    operation.put("operators", isOperators(written));
    operation.put("browsed", Boolean.TRUE.equals(written.get("x-browser")));
    operation.put("sealed", SEALED.stream().anyMatch(is -> Boolean.TRUE.equals(written.get(is))));
    boolean changes =
        list(written.get("x-required-scopes")).stream()
            .anyMatch(scope -> !scope.toString().endsWith(":read"));
    operation.put("audited", written.getOrDefault("x-audited", changes));
    operation.put("limitedKeys", map(written.get("x-limited-keys")));
    return operation;
  }

  private static boolean isOperators(Map<String, Object> written) {
    return list(written.get("security")).stream()
        .anyMatch(way -> map(way).containsKey("operatorKey"));
  }

  private Map<String, Object> parameter(Object written) {
    Map<String, Object> parameter = resolve(map(written));
    Map<String, Object> schema = resolve(map(parameter.get("schema")));
    boolean several = "array".equals(schema.get("type"));
    Map<String, Object> digest = new LinkedHashMap<>();
    digest.put("name", parameter.get("name"));
    digest.put("in", parameter.get("in"));
    digest.put("required", Boolean.TRUE.equals(parameter.get("required")));
    digest.put("most", several ? schema.getOrDefault("maxItems", Integer.MAX_VALUE) : 1);
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

  /**
   * What agent programs are told. Left out is what streams files, is followed by browsers, is the
   * operator's, or answers with a secret, which has no place in a conversation.
   */
  private Map<String, Object> tools() {
    List<Object> tools = new ArrayList<>();
    forEachOperation(
        (path, method, operation) -> {
          if (LEFT_OUT.stream().noneMatch(mark -> Boolean.TRUE.equals(operation.get(mark)))
              && !isOperators(operation)) {
            tools.add(tool(method, operation));
          }
        });
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("version", map(document.get("info")).get("version"));
    told.put("tools", tools);
    return told;
  }

  private Map<String, Object> tool(String method, Map<String, Object> operation) {
    Map<String, Object> hints = new LinkedHashMap<>();
    hints.put("readOnlyHint", method.equals("get"));
    hints.put("idempotentHint", IDEMPOTENT.contains(method));
    hints.put("openWorldHint", false);
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("name", operation.get("operationId"));
    tool.put("title", operation.get("summary"));
    tool.put("description", operation.get("summary") + "\n\n" + operation.get("description"));
    tool.put("inputSchema", arguments(operation));
    tool.put("annotations", hints);
    return tool;
  }

  private Map<String, Object> arguments(Map<String, Object> operation) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    for (Object written : list(operation.get("parameters"))) {
      Map<String, Object> parameter = resolve(map(written));
      argue(properties, parameter.get("name"), argument(parameter));
      if (Boolean.TRUE.equals(parameter.get("required"))) {
        required.add(parameter.get("name"));
      }
    }
    Map<String, Object> body = resolve(map(operation.get("requestBody")));
    List<String> types =
        map(body.get("content")).keySet().stream().filter(DigestContract::isText).toList();
    if (!types.isEmpty()) {
      argue(properties, "body", body(body, types));
      if (Boolean.TRUE.equals(body.get("required"))) {
        required.add("body");
      }
    }
    if (types.size() > 1) {
      argue(properties, "contentType", Map.of("type", "string", "enum", types));
      required.add("contentType");
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("type", "object");
    arguments.put("properties", properties);
    if (!required.isEmpty()) {
      arguments.put("required", required);
    }
    arguments.put("additionalProperties", false);
    return arguments;
  }

  private static void argue(Map<String, Object> properties, Object name, Object schema) {
    if (properties.put(String.valueOf(name), schema) != null) {
      throw new IllegalStateException("two arguments have the name " + name);
    }
  }

  private Map<String, Object> argument(Map<String, Object> parameter) {
    Map<String, Object> argument = jsonSchema(parameter.get("schema"));
    argument.put("description", parameter.get("description"));
    List<Object> examples = new ArrayList<>();
    if (parameter.containsKey("example")) {
      examples.add(parameter.get("example"));
    }
    map(parameter.get("examples")).values().stream()
        .map(example -> resolve(map(example)))
        .filter(example -> example.containsKey("value"))
        .forEach(example -> examples.add(example.get("value")));
    if (!examples.isEmpty()) {
      argument.put("examples", examples);
    }
    return argument;
  }

  /** JSON as its schema; a file as a text. */
  private Map<String, Object> body(Map<String, Object> body, List<String> types) {
    boolean json = types.size() == 1 && types.get(0).endsWith("json");
    Map<String, Object> argument = new LinkedHashMap<>();
    if (json) {
      argument.putAll(jsonSchema(map(map(body.get("content")).get(types.get(0))).get("schema")));
    } else {
      argument.put("type", "string");
      argument.put("description", body.get("description"));
      if (types.size() == 1) {
        argument.put("contentMediaType", types.get(0));
      }
    }
    return argument;
  }

  private static boolean isText(String mediaType) {
    return mediaType.startsWith("text/") || mediaType.endsWith("json");
  }

  /** As JSON Schema has it, and without references: not all agent programs follow them. */
  private Map<String, Object> jsonSchema(Object written) {
    Map<String, Object> schema = whole(map(written));
    Map<String, Object> converted = new LinkedHashMap<>();
    schema.forEach(
        (key, value) -> {
          switch (key) {
            case "properties" -> {
              Map<String, Object> properties = new LinkedHashMap<>();
              map(value).forEach((name, property) -> properties.put(name, jsonSchema(property)));
              converted.put(key, properties);
            }
            case "items" -> converted.put(key, jsonSchema(value));
            case "additionalProperties" ->
                converted.put(key, value instanceof Map<?, ?> ? jsonSchema(value) : value);
            case "example" -> converted.put("examples", List.of(value));
            default -> {
              if (!SAME_IN_JSON_SCHEMA.contains(key) && !key.startsWith("x-")) {
                throw new IllegalStateException("no tool can be made of a schema with " + key);
              }
              if (SAME_IN_JSON_SCHEMA.contains(key)) {
                converted.put(key, value);
              }
            }
          }
        });
    if (Boolean.TRUE.equals(converted.remove("nullable"))) {
      converted.put("type", List.of(converted.get("type"), "null"));
      converted.computeIfPresent("enum", (key, words) -> withNull(list(words)));
    }
    return converted;
  }

  private static List<Object> withNull(List<Object> words) {
    List<Object> all = new ArrayList<>(words);
    all.add(null);
    return all;
  }

  /** With what stands beside a single part of {@code allOf} laid over it. */
  private Map<String, Object> whole(Map<String, Object> written) {
    Map<String, Object> schema = resolve(written);
    List<Object> parts = list(schema.get("allOf"));
    if (parts.isEmpty()) {
      return schema;
    }
    if (parts.size() > 1) {
      throw new IllegalStateException("no tool can be made of several parts: " + parts);
    }
    Map<String, Object> whole = new LinkedHashMap<>(whole(map(parts.get(0))));
    whole.putAll(schema);
    whole.remove("allOf");
    return whole;
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
