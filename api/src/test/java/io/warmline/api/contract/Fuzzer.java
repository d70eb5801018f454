package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.ContractFile.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up requests from the contract: all of it right, a little of it wrong, or much; with ids and
 * versions that earlier answers named. The same seed makes the same requests of the same answers.
 */
final class Fuzzer {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern ANY_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int MOST_REMEMBERED = 12;

  /** How much of a request is wrong: the share of its values. */
  private static final double[] WILDNESS = {0, 0, 0.02, 0.1, 0.4};

  private final Random random;
  private final Values values;
  private final Map<String, Deque<String>> ids = new TreeMap<>();
  private final Map<String, String> versions = new TreeMap<>();
  private final List<Operation> round = new ArrayList<>();
  private String key = "";
  private int made;

  Fuzzer(long seed) {
    this.random = new Random(seed);
    this.values = new Values(random, this::id);
  }

  /** Goes on in another tenant, of which the ids of the examples are known. */
  void enter(String secret) {
    key = secret;
    ids.clear();
    versions.clear();
    for (Operation operation : ContractFile.operations()) {
      for (JsonNode parameter : operation.parameters("path")) {
        String example = parameter.path("example").asText();
        if (ANY_ID.matcher(example).matches()) {
          remember(parameter.path("name").asText(), example);
        }
      }
    }
  }

  /** One request, and of which operation it is. */
  record Attempt(Operation operation, Message message) {}

  /** Every operation has its turn, in no order. */
  Attempt next() {
    if (round.isEmpty()) {
      round.addAll(ContractFile.operations());
      Collections.shuffle(round, random);
    }
    Operation operation = round.remove(round.size() - 1);
    made++;
    values.beWild(WILDNESS[random.nextInt(WILDNESS.length)]);
    return new Attempt(operation, message(operation));
  }

  private Message message(Operation operation) {
    Message message =
        new Message(operation.method(), path(operation), query(operation), Map.of(), null, false);
    message = headers(operation, message);
    return body(operation, message);
  }

  private String path(Operation operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.parameters("path")) {
      String name = parameter.path("name").asText();
      String text = values.text(parameter, name);
      path =
          path.replace(
              "{" + name + "}", Message.encoded(text.isEmpty() ? "-" : text).replace("+", "%20"));
    }
    return path;
  }

  private Map<String, String> query(Operation operation) {
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonNode parameter : operation.parameters("query")) {
      String name = parameter.path("name").asText();
      if (parameter.path("required").asBoolean()
          ? random.nextInt(30) > 0
          : random.nextInt(4) == 0) {
        query.put(name, values.text(parameter, name));
      }
    }
    if (operation.id().equals("streamEvents")) {
      query.put("seconds", random.nextInt(4) == 0 ? "1" : "0"); // it would listen for minutes
    }
    if (values.isOdd()) {
      query.put(values.someText(), values.someText());
    }
    return query;
  }

  private Message headers(Operation operation, Message message) {
    Message with = random.nextInt(60) == 0 ? message : message.key(authorization(operation));
    if (operation.takes("header", "If-Match") && random.nextInt(15) > 0) {
      with = with.with("If-Match", version(message));
    }
    if (operation.takes("header", "If-None-Match") && random.nextInt(4) == 0) {
      with = with.with("If-None-Match", version(message));
    }
    if (operation.takes("header", "Idempotency-Key") && random.nextInt(3) == 0) {
      with =
          with.with(
              "Idempotency-Key",
              values.isOdd()
                  ? header()
                  : "key-" + random.nextInt(random.nextBoolean() ? 5 : 100_000));
    }
    if (operation.takes("header", "Last-Event-ID") && random.nextBoolean()) {
      with = with.with("Last-Event-ID", values.isOdd() ? header() : "" + random.nextInt(50));
    }
    for (String name :
        List.of("Accept", "Accept-Language", "X-Request-Id", "traceparent", "Prefer")) {
      if (values.isOdd()) {
        with = with.with(name, header());
      }
    }
    return with;
  }

  /** No tenant is suspended: the rest of the run would be about nothing else. */
  private String authorization(Operation operation) {
    if (operation.isOperators() && !operation.id().equals("suspendTenant")) {
      return ContractProfile.OPERATOR_KEY;
    }
    return random.nextInt(100) == 0 ? header() : key;
  }

  private String version(Message message) {
    if (values.isOdd()) {
      return header();
    }
    return random.nextInt(5) == 0
        ? "*"
        : versions.getOrDefault(message.reading().path(), "\"" + random.nextInt(3) + "\"");
  }

  /** What a header may have at all. */
  private String header() {
    String text = values.someText().replaceAll("[^ -~]", "").strip();
    return text.isEmpty() ? "," : text.substring(0, Math.min(text.length(), 300));
  }

  private Message body(Operation operation, Message message) {
    Map<String, JsonNode> requests = operation.requests();
    if (requests.isEmpty()) {
      return random.nextInt(40) == 0
          ? message.with("Content-Type", "application/json").body("{}")
          : message;
    }
    List<String> types = List.copyOf(requests.keySet());
    String type = types.get(random.nextInt(types.size()));
    Message typed =
        random.nextInt(60) == 0
            ? message
            : message.with(
                "Content-Type", values.isOdd() && random.nextInt(4) == 0 ? header() : type);
    JsonNode example = requests.getOrDefault(type, NODES.nullNode());
    byte[] bytes =
        ContractFile.isJson(type)
            ? json(operation, example)
            : spoilt(example.asText().getBytes(StandardCharsets.UTF_8));
    Message full = typed.body(bytes);
    return random.nextInt(20) == 0 ? full.inChunks() : full;
  }

  private byte[] json(Operation operation, JsonNode example) {
    JsonNode value =
        random.nextInt(3) == 0
            ? mixed(example, operation.jsonSchema())
            : values.of(operation.jsonSchema(), "");
    return random.nextInt(40) == 0
        ? spoilt(value.toString().getBytes(StandardCharsets.UTF_8))
        : value.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The example, with some of its fields made up. */
  private JsonNode mixed(JsonNode example, JsonNode written) {
    JsonNode schema = Samples.schema(written);
    if (!(example.deepCopy() instanceof ObjectNode object)) {
      return example;
    }
    for (Map.Entry<String, JsonNode> field : example.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      if (ANY_ID.matcher(field.getValue().asText()).matches()) {
        object.put(field.getKey(), id(field.getKey()));
      } else if (!known.isMissingNode() && random.nextInt(4) == 0) {
        object.set(field.getKey(), values.of(known, field.getKey()));
      } else if (!known.isMissingNode()) {
        object.set(field.getKey(), mixed(field.getValue(), known));
      }
    }
    return object;
  }

  private byte[] spoilt(byte[] bytes) {
    byte[] spoilt = bytes.clone();
    for (int i = values.isOdd() ? random.nextInt(8) : 0; i > 0 && spoilt.length > 0; i--) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return values.isOdd() && spoilt.length > 1
        ? Arrays.copyOf(spoilt, random.nextInt(spoilt.length))
        : spoilt;
  }

  /** An id that somebody named, most likely of what the field is called after. */
  private String id(String name) {
    int luck = random.nextInt(20);
    if (luck == 0) {
      return new UUID(random.nextLong(), random.nextLong()).toString();
    }
    Deque<String> known = ids.get(name);
    if (luck < 17 && known != null) {
      return pick(known);
    }
    List<String> names = List.copyOf(ids.keySet());
    return pick(ids.getOrDefault(names.get(random.nextInt(names.size())), new ArrayDeque<>()));
  }

  private String pick(Deque<String> known) {
    List<String> all = List.copyOf(known);
    return all.isEmpty() ? new UUID(0, 1).toString() : all.get(random.nextInt(all.size()));
  }

  /** Remembers what an answer names. */
  void learn(Attempt attempt, Answer answer) {
    if (answer.status() >= 300 || answer.body().length > 100_000) {
      return;
    }
    String etag = answer.header("ETag");
    if (!etag.isEmpty()) {
      versions.put(attempt.message().reading().path(), etag);
      versions.put(attempt.message().path(), etag);
    }
    if (answer.header("Content-Type").contains("json") && answer.body().length > 0) {
      learn(nameOf(attempt.operation().path()), answer.json());
    }
  }

  private void learn(String owner, JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey().equals("id") ? owner : field.getKey();
              if (ANY_ID.matcher(field.getValue().asText()).matches()) {
                remember(name, field.getValue().asText());
              }
              learn(
                  field.getKey().equals("items") ? owner : field.getKey() + "Id", field.getValue());
            });
    if (node instanceof ArrayNode array) {
      array.forEach(item -> learn(owner, item));
    }
  }

  /** What the ids of a collection are called: of /v1/leads, leadId. */
  private static String nameOf(String path) {
    Matcher collections = Pattern.compile("/([a-z-]+)(?=/|$)").matcher(path);
    String last = "thing";
    while (collections.find()) {
      if (collections.group(1).endsWith("s")) {
        last = collections.group(1);
      }
    }
    return last.equals("api-keys")
        ? "keyId"
        : last.substring(0, last.length() - 1).replace("-u", "U") + "Id";
  }

  private void remember(String name, String id) {
    Deque<String> known = ids.computeIfAbsent(name, n -> new ArrayDeque<>());
    if (!known.contains(id)) {
      known.addLast(id);
      if (known.size() > MOST_REMEMBERED) {
        known.removeFirst();
      }
    }
  }

  /** How many were made. */
  int made() {
    return made;
  }

  /** Bytes of a request line and headers, as no client sends them, and no line ends too early. */
  String raw(Attempt attempt) {
    String target = attempt.message().target();
    StringBuilder spoilt = new StringBuilder(target);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      spoilt.insert(random.nextInt(spoilt.length() + 1), RAW[random.nextInt(RAW.length)]);
    }
    String host = random.nextInt(10) == 0 ? rawText() : "localhost";
    String extra = random.nextInt(3) == 0 ? "X-Thing: " + rawText() + "\r\n" : "";
    String method =
        random.nextInt(15) == 0 ? "M" + rawText().replace(' ', '-') : attempt.message().method();
    return method
        + " "
        + spoilt
        + " HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: Bearer "
        + key
        + "\r\n"
        + extra
        + "Content-Length: 0\r\nConnection: close\r\n\r\n";
  }

  private String rawText() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      int c = random.nextInt(256);
      text.append(c == '\r' || c == '\n' ? '.' : (char) c);
    }
    return text.toString();
  }

  private static final String[] RAW = {
    "%",
    "%0",
    "%00",
    "%zz",
    "%ff",
    "%c3%28",
    "%2f",
    "%2e%2e/",
    "..",
    "//",
    "/",
    ";",
    ";a=b",
    "?",
    "&",
    "=",
    "#",
    "\\",
    "\u0000",
    "\u0001",
    "\u00ff",
    "\u00e9",
    " ",
    "\t",
    "{",
    "}",
    "|",
    "^",
    "%25",
    "%0d%0a",
    "%e2%80%ae",
    "+",
    "%F0%9F%98%80",
    "%ED%A0%80",
    "a".repeat(300),
    "&limit=1&limit=2",
    "&cursor=",
    "?a[]=1",
    ":",
    "@",
    "http://x/"
  };
}
