package io.warmline.api.contract;

import static io.warmline.api.contract.ContractFile.elements;
import static io.warmline.api.contract.ContractFile.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A contract of which there are several, and whose references lead into itself. */
final class ContractTree {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final JsonNode root;
  private final List<Operation> operations;

  ContractTree(JsonNode root) {
    this.root = root;
    this.operations =
        fields(root.path("paths"))
            .flatMap(
                path ->
                    fields(path.getValue())
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(
                            method ->
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    path.getValue().path("parameters"),
                                    method.getValue())))
            .toList();
  }

  /** An operation, with the parameters of all operations of its path. */
  final class Operation {

    private final String method;
    private final String path;
    private final JsonNode shared;
    private final JsonNode node;

    private Operation(String method, String path, JsonNode shared, JsonNode node) {
      this.method = method;
      this.path = path;
      this.shared = shared;
      this.node = node;
    }

    String id() {
      return node.path("operationId").asText();
    }

    String method() {
      return method;
    }

    String path() {
      return path;
    }

    JsonNode node() {
      return node;
    }

    List<String> scopes() {
      return elements(node.path("x-required-scopes")).map(JsonNode::asText).toList();
    }

    List<JsonNode> parameters() {
      return Stream.of(shared, node.path("parameters"))
          .flatMap(ContractFile::elements)
          .map(ContractTree.this::resolve)
          .toList();
    }

    JsonNode body() {
      return resolve(node.path("requestBody"));
    }

    /** 0: none is named. */
    long mostBytes() {
      return node.path("x-max-body-bytes").asLong();
    }

    JsonNode response(String status) {
      return resolve(node.path("responses").path(status));
    }
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  List<Operation> operations() {
    return operations;
  }

  Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** What a {@code $ref} leads to; anything else is itself. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.path("$ref").asText().substring(1))) : node;
  }
}
