package io.warmline.api.contract;

import io.warmline.api.contract.ContractFile.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How to walk an operation.
 *
 * @param operation its operationId
 * @param arrangement what the world has besides campaigns, agents and one lead
 * @param status the success it answers with
 * @param query the query parameters it is walked with
 * @param conflicts how each conflict it documents comes about
 */
record Row(
    String operation,
    Consumer<World> arrangement,
    int status,
    Map<String, String> query,
    Map<String, Conflict> conflicts) {

  /** A state in which the operation is refused, and the request that meets it. */
  record Conflict(Consumer<World> arrangement, UnaryOperator<Message> request) {}

  static Row of(String operation, int status) {
    return of(operation, status, world -> {});
  }

  static Row of(String operation, int status, Consumer<World> arrangement) {
    return new Row(operation, arrangement, status, Map.of(), Map.of());
  }

  Row asking(String parameter, String value) {
    Map<String, String> changed = new LinkedHashMap<>(query);
    changed.put(parameter, value);
    return new Row(operation, arrangement, status, changed, conflicts);
  }

  /** The example is refused with this code after the arrangement. */
  Row refused(String code, Consumer<World> by) {
    return refused(code, by, message -> message);
  }

  Row refused(String code, Consumer<World> by, UnaryOperator<Message> request) {
    Map<String, Conflict> changed = new LinkedHashMap<>(conflicts);
    changed.put(code, new Conflict(by, request));
    return new Row(operation, arrangement, status, query, changed);
  }

  Operation contract() {
    return ContractFile.operation(operation);
  }

  /** The example of the contract, without a key. */
  Message example() {
    return Message.example(contract(), Map.of(), query);
  }
}
