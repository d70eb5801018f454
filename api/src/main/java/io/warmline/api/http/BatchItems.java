package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.WarmlineException.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of a batch, each of which is held to the contract by itself: a faulty one does not
 * spoil the others.
 */
@Singleton
public class BatchItems {

  private final BodySchemas schemas;
  private final MergePatches bodies;

  BatchItems(BodySchemas schemas, MergePatches bodies) {
    this.schemas = schemas;
    this.bodies = bodies;
  }

  /**
   * The items as they were sent.
   *
   * @param schema name of the batch's schema
   * @param field of the batch that holds the items
   * @param item name of their schema
   * @throws HttpProblem INVALID_REQUEST if something is wrong with the batch itself
   */
  public List<JsonNode> of(ObjectNode batch, String schema, String field, String item) {
    List<Violation> faults = schemas.faultsAround(schema, item, batch);
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
    List<JsonNode> items = new ArrayList<>();
    batch.path(field).forEach(items::add);
    return items;
  }

  /**
   * An item as the contract has it.
   *
   * @param schema name of its schema
   * @throws RuntimeException that {@link Problems#of} can tell, if the contract does not allow it
   */
  public <T> T read(JsonNode item, String schema, Class<T> type) {
    List<Violation> faults = schemas.faults(schema, item);
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
    return bodies.read(item, type);
  }
}
