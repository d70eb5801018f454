package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.warmline.core.WarmlineException.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds bodies to the contract, all of it and by one rule: also what a reader has refused, which
 * stops at the first fault and knows little of the contract.
 */
@Singleton
class BodySchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Takes what is JSON and nothing more, with each field once. */
  private static final ObjectMapper EXACT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Read when the first body comes, and not by the start. */
  private static final class Written {
    static final JsonNode SCHEMAS = Contract.read("contract/schemas.json");
  }

  /**
   * @throws HttpProblem INVALID_REQUEST, with all faults of the body
   */
  void require(Contract.Operation operation, byte[] body) {
    List<Violation> faults =
        body.length == 0
            ? List.of(new Violation("", "REQUIRED", "must be given"))
            : faults(operation, body, List.of());
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
  }

  /**
   * All faults of a body.
   *
   * @param first what the reader has found, for what only it knows
   */
  List<Violation> faults(
      Contract.@Nullable Operation operation, byte[] body, List<Violation> first) {
    String name =
        operation == null ? "" : operation.bodies().values().stream().findFirst().orElse("");
    JsonNode value = tree(body);
    if (name.isEmpty() || value.isMissingNode()) {
      return first;
    }
    Map<String, Violation> faults = new LinkedHashMap<>();
    faults(name, value).forEach(fault -> faults.putIfAbsent(fault.pointer(), fault));
    first.forEach(fault -> faults.putIfAbsent(fault.pointer(), fault));
    return List.copyOf(faults.values());
  }

  /** All faults of a value by the schema of this name. */
  List<Violation> faults(String schema, JsonNode value) {
    return new SchemaFaults(this::named).of(named(schema), value);
  }

  /**
   * The faults of a value by the schema of this name, but for those within values of another
   * schema.
   */
  List<Violation> faultsAround(String schema, String inner, JsonNode value) {
    return new SchemaFaults(name -> name.equals(inner) ? Schema.ANYTHING : named(name))
        .of(named(schema), value);
  }

  /**
   * @throws IllegalStateException if the contract has none of this name: nothing would be held to
   *     it
   */
  private Schema named(String name) {
    return schemas.computeIfAbsent(
        name,
        wanted -> {
          if (!Written.SCHEMAS.has(wanted)) {
            throw new IllegalStateException("the contract has no schema " + wanted);
          }
          return Schema.of(Written.SCHEMAS.path(wanted));
        });
  }

  /** Why a body is no JSON, wherever in it a reader gave up for another reason. */
  Optional<JsonProcessingException> broken(byte[] body) {
    try {
      EXACT.readTree(body);
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }
}
