package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Walks through a value of JSON beside its schema, and notes whatever the schema forbids. */
final class SchemaFaults {

  /** The contract lists no more. */
  static final int MOST = 200;

  private final Function<String, Schema> named;
  private final List<Violation> faults = new ArrayList<>();

  /**
   * @param named finds the schema of a name
   */
  SchemaFaults(Function<String, Schema> named) {
    this.named = named;
  }

  List<Violation> of(Schema schema, JsonNode value) {
    visit("", schema, value);
    return List.copyOf(faults);
  }

  private void visit(String where, Schema schema, JsonNode value) {
    if (faults.size() >= MOST || (value.isNull() && schema.nullable())) {
      return;
    }
    if (schema instanceof Schema.Named other) {
      visit(where, named.apply(other.name()), value);
    } else if (value.isNull()) {
      add(where, "NULL", "must not be null; leave it out instead");
    } else if (schema instanceof Schema.Fields fields) {
      object(where, fields, value);
    } else if (schema instanceof Schema.Items items) {
      array(where, items, value);
    } else if (schema instanceof Schema.Value single) {
      single.rule().fault(where, value).ifPresent(faults::add);
    }
  }

  private void object(String where, Schema.Fields schema, JsonNode value) {
    if (!value.isObject()) {
      add(where, "WRONG_TYPE", "must be an object as the contract describes it");
      return;
    }
    for (String required : schema.required()) {
      if (!value.has(required)) {
        add(below(where, required), "REQUIRED", "must be given");
      }
    }
    if (value.size() > schema.most()) {
      add(where, "SIZE", "must have at most " + schema.most() + " fields");
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      field(where, schema, field.getKey(), field.getValue());
    }
  }

  private void field(String where, Schema.Fields schema, String name, JsonNode value) {
    Schema known = schema.of(name);
    if (known != null) {
      visit(below(where, name), known, value);
    } else if (schema.closed()) {
      TreeSet<String> all = new TreeSet<>(schema.properties().keySet());
      add(
          below(where, name),
          "UNKNOWN_FIELD",
          "is not known here"
              + Nearest.hint(name, all)
              + (faults.isEmpty() ? "; known are " + String.join(", ", all) : ""));
    }
  }

  private void array(String where, Schema.Items schema, JsonNode value) {
    if (!value.isArray()) {
      add(where, "WRONG_TYPE", "must be an array");
      return;
    }
    int fewest = schema.fewest();
    if (value.size() < fewest || value.size() > schema.most()) {
      add(
          where,
          "SIZE",
          "must have " + (fewest == 0 ? "at most " : fewest + " to ") + schema.most() + " items");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      visit(where + "/" + i, schema.item(), value.path(i));
    }
  }

  private static String below(String where, String name) {
    return where + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private void add(String where, String code, String message) {
    if (faults.size() < MOST) {
      faults.add(new Violation(where, code, message));
    }
  }
}
