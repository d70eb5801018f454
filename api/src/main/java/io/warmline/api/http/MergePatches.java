package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.WarmlineException.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * JSON merge patches (RFC 7396): the patch is laid over the resource as it is, and the result is
 * held to the same rules as a new one. Absent is not null.
 */
@Singleton
public class MergePatches {

  private final ObjectMapper json;
  private final BodySchemas schemas;

  MergePatches(ObjectMapper json, BodySchemas schemas) {
    this.json = json;
    this.schemas = schemas;
  }

  /**
   * Looks at all of a patch of which the parts are applied one after the other.
   *
   * @param schema name of its schema
   * @throws HttpProblem INVALID_REQUEST if the contract does not allow it
   */
  public void require(ObjectNode value, String schema) {
    List<Violation> faults = schemas.faults(schema, value);
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
  }

  /**
   * The resource as the patch makes it.
   *
   * @param schema name of the patch's schema: only its properties may be patched
   * @param type generated from the schema of a new one
   * @throws HttpProblem INVALID_REQUEST if the contract allows neither the patch nor its result
   */
  public <T> T apply(T current, ObjectNode patch, String schema, Class<T> type) {
    require(patch, schema);
    ObjectNode merged = json.valueToTree(current);
    merge(merged, patch);
    require(merged, type.getSimpleName().replaceFirst("Dto$", ""));
    return read(merged, type);
  }

  /**
   * A body out of its tree.
   *
   * @throws HttpProblem INVALID_REQUEST if it cannot be read
   */
  <T> T read(JsonNode tree, Class<T> type) {
    try {
      return json.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw HttpProblem.invalid(List.of(Violations.of(e)));
    } catch (JsonProcessingException e) {
      throw HttpProblem.of(ProblemKind.MALFORMED_JSON, "The body cannot be read as JSON.");
    }
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        target.remove(entry.getKey());
      } else if (value instanceof ObjectNode object) {
        ObjectNode inner =
            target.get(entry.getKey()) instanceof ObjectNode present
                ? present
                : target.putObject(entry.getKey());
        merge(inner, object);
      } else {
        target.set(entry.getKey(), value);
      }
    }
  }
}
