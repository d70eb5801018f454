package io.warmline.api.contract;

import static io.warmline.api.contract.ContractFile.elements;
import static io.warmline.api.contract.ContractFile.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Compares schemas. A request that was taken is taken, so that its schema may only grow wider; what
 * was always in an answer is there, so that its schema may only tell more.
 */
final class SchemaChanges {

  private static final Set<String> PROSE =
      Set.of(
          "description",
          "title",
          "example",
          "examples",
          "deprecated",
          "externalDocs",
          "x-enum-varnames");

  /** Compared by methods of their own. */
  private static final Set<String> PARTS =
      Set.of(
          "$ref",
          "allOf",
          "additionalProperties",
          "enum",
          "items",
          "nullable",
          "properties",
          "required",
          "type",
          "x-data-by-type");

  private static final Set<String> MOST =
      Set.of("maxLength", "maximum", "maxItems", "maxProperties");
  private static final Set<String> LEAST =
      Set.of("minLength", "minimum", "minItems", "minProperties");

  private final ContractTree before;
  private final ContractTree after;
  private final boolean sent;
  private final Consumer<String> broken;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> reached = new HashSet<>();

  private SchemaChanges(
      ContractTree before, ContractTree after, boolean sent, Consumer<String> broken) {
    this.before = before;
    this.after = after;
    this.sent = sent;
    this.broken = broken;
  }

  static SchemaChanges ofRequests(
      ContractTree before, ContractTree after, Consumer<String> broken) {
    return new SchemaChanges(before, after, true, broken);
  }

  static SchemaChanges ofAnswers(ContractTree before, ContractTree after, Consumer<String> broken) {
    return new SchemaChanges(before, after, false, broken);
  }

  /** A pair that is named is compared once, at the first place where it stands. */
  void compare(String where, JsonNode was, JsonNode is) {
    if (was.has("$ref") && is.has("$ref")) {
      String pair = was.path("$ref").asText() + " " + is.path("$ref").asText();
      if (!seen.add(pair)) {
        return;
      }
    }
    JsonNode old = whole(before, was);
    JsonNode now = whole(after, is);
    compareType(where, old, now);
    compareEnum(where, old.path("enum"), now.path("enum"));
    compareProperties(where, old, now);
    compareAdditional(where, old.path("additionalProperties"), now.path("additionalProperties"));
    compareDataByType(where, old.path("x-data-by-type"), now.path("x-data-by-type"));
    if (old.has("items") || now.has("items")) {
      compare(where + "/*", old.path("items"), now.path("items"));
    }
    compareRules(where, old, now);
  }

  /** Whether a schema of the older contract, by its reference, was met so far. */
  boolean hasReached(String reference) {
    return reached.contains(reference);
  }

  /** References followed, and the parts of {@code allOf} put together. */
  private JsonNode whole(ContractTree tree, JsonNode written) {
    reached.add(written.path("$ref").asText());
    JsonNode schema = tree.resolve(written);
    if (!schema.has("allOf")) {
      return schema;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    elements(schema.path("allOf"))
        .forEach(part -> fields(whole(tree, part)).forEach(rule -> add(whole, rule)));
    fields(schema).filter(rule -> !rule.getKey().equals("allOf")).forEach(rule -> add(whole, rule));
    return whole;
  }

  private static void add(ObjectNode whole, Map.Entry<String, JsonNode> rule) {
    String name = rule.getKey();
    if (name.equals("properties")) {
      whole.withObject("/properties").setAll((ObjectNode) rule.getValue());
    } else if (name.equals("required")) {
      whole.withArray("/required").addAll(elements(rule.getValue()).toList());
    } else {
      whole.set(name, rule.getValue());
    }
  }

  private void compareType(String where, JsonNode was, JsonNode is) {
    String type = was.path("type").asText();
    String now = is.path("type").asText();
    boolean wider =
        sent
            ? type.equals("integer") && now.equals("number")
            : type.equals("number") && now.equals("integer");
    if (!type.equals(now) && !wider) {
      tell(where, "is of the type " + now + ", no longer " + type);
    }
    boolean could = was.path("nullable").asBoolean();
    boolean can = is.path("nullable").asBoolean();
    if (sent && could && !can) {
      tell(where, "is no longer nullable");
    }
    if (!sent && !could && can) {
      tell(where, "may be null");
    }
  }

  /** Words that are new in answers are expected; words that go are not, either way. */
  private void compareEnum(String where, JsonNode was, JsonNode is) {
    if (was.isMissingNode() && !is.isMissingNode() && sent) {
      tell(where, "takes some words only");
    }
    if (!was.isMissingNode() && !is.isMissingNode()) {
      Set<String> gone = texts(was);
      gone.removeAll(texts(is));
      gone.forEach(word -> tell(where, "no longer has the word " + word));
    }
  }

  private void compareProperties(String where, JsonNode was, JsonNode is) {
    fields(was.path("properties"))
        .forEach(
            property -> {
              String at = where + "/" + property.getKey();
              JsonNode now = is.path("properties").path(property.getKey());
              if (now.isMissingNode()) {
                tell(at, "is gone");
              } else {
                compare(at, property.getValue(), now);
              }
            });
    Set<String> demanded = texts(is.path("required"));
    demanded.removeAll(texts(was.path("required")));
    Set<String> spared = texts(was.path("required"));
    spared.removeAll(texts(is.path("required")));
    if (sent) {
      demanded.forEach(name -> tell(where + "/" + name, "is required"));
    } else {
      spared.stream()
          .filter(name -> is.path("properties").has(name))
          .forEach(name -> tell(where + "/" + name, "may be missing"));
    }
  }

  private void compareAdditional(String where, JsonNode was, JsonNode is) {
    if (was.isObject() && is.isObject()) {
      compare(where + "/{}", was, is);
      return;
    }
    boolean narrower = isClosed(is) ? !isClosed(was) : is.isObject();
    if (sent && narrower) {
      tell(where, "no longer takes other fields");
    }
    if (!sent && was.isObject()) {
      tell(where, "no longer says of what kind other fields are");
    }
  }

  private static boolean isClosed(JsonNode additional) {
    return additional.isBoolean() && !additional.asBoolean();
  }

  private void compareDataByType(String where, JsonNode was, JsonNode is) {
    fields(was)
        .forEach(
            type -> {
              String at = where + "/" + type.getKey();
              JsonNode now = is.path(type.getKey());
              if (now.isMissingNode()) {
                tell(at, "is gone");
              } else {
                compare(at, reference(type.getValue()), reference(now));
              }
            });
  }

  private static JsonNode reference(JsonNode name) {
    return JsonNodeFactory.instance.objectNode().set("$ref", TextNode.valueOf(name.asText()));
  }

  private void compareRules(String where, JsonNode was, JsonNode is) {
    Set<String> rules = new TreeSet<>();
    was.fieldNames().forEachRemaining(rules::add);
    is.fieldNames().forEachRemaining(rules::add);
    rules.removeAll(PROSE);
    rules.removeAll(PARTS);
    for (String rule : rules) {
      JsonNode old = was.path(rule);
      JsonNode now = is.path(rule);
      if (!old.equals(now) && !isHarmless(rule, old, now)) {
        tell(where, rule + " is " + shown(now) + ", no longer " + shown(old));
      }
    }
  }

  /** A rule of requests may go or become wider. What requests may hold, answers may hold then. */
  private boolean isHarmless(String rule, JsonNode was, JsonNode is) {
    if (MOST.contains(rule) || LEAST.contains(rule)) {
      boolean wider =
          MOST.contains(rule) ? is.asDouble() >= was.asDouble() : is.asDouble() <= was.asDouble();
      return !sent || is.isMissingNode() || (!was.isMissingNode() && wider);
    }
    if (rule.equals("default")) {
      return !sent;
    }
    return sent
        ? is.isMissingNode() && Set.of("pattern", "format", "uniqueItems").contains(rule)
        : was.isMissingNode() && rule.equals("pattern");
  }

  private static String shown(JsonNode value) {
    return value instanceof MissingNode ? "not there" : value.toString();
  }

  private static Set<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
  }

  private void tell(String where, String what) {
    broken.accept(where + " " + what);
  }
}
