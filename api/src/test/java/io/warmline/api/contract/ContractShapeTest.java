package io.warmline.api.contract;

import static io.warmline.api.contract.ContractFile.elements;
import static io.warmline.api.contract.ContractFile.examples;
import static io.warmline.api.contract.ContractFile.fields;
import static io.warmline.api.contract.ContractFile.resolve;
import static io.warmline.api.contract.ContractFile.root;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.warmline.api.contract.ContractFile.Example;
import io.warmline.api.contract.ContractFile.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is a product: it is complete, and its examples are true to its schemas. */
class ContractShapeTest {

  /** A validator keeps a copy of all schemas for each one that it has been asked about. */
  private static final int AT_ONCE = 40;

  private static final Set<String> WITH_BODY_LIMIT = Set.of("POST", "PATCH", "PUT");
  private static final Set<String> REPEATABLE_BY_KEY = Set.of("POST", "PATCH");

  @Test
  void everyOperationHasAnIdOfItsOwnInLowerCamelCase() {
    List<String> ids = ContractFile.operations().stream().map(Operation::id).toList();

    assertThat(ids)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(40)
        .allMatch(id -> id.matches("[a-z][a-zA-Z0-9]+"));
  }

  @Test
  void everyOperationHasOneTagThatIsDescribed() {
    Set<String> tags = new HashSet<>();
    elements(root().path("tags"))
        .filter(ContractShapeTest::isDescribed)
        .forEach(tag -> tags.add(tag.path("name").asText()));

    assertThat(operationsWhere(o -> o.node().path("tags").size() != 1)).isEmpty();
    assertThat(operationsWhere(o -> !tags.contains(o.node().path("tags").path(0).asText())))
        .isEmpty();
  }

  @Test
  void everyOperationIsDescribed() {
    assertThat(
            operationsWhere(
                o -> !isDescribed(o.node()) || o.node().path("summary").asText().isBlank()))
        .isEmpty();
  }

  @Test
  void everyParameterIsDescribed() {
    assertThat(
            where(
                Stream.concat(
                    ContractFile.operations().stream()
                        .flatMap(
                            o ->
                                elements(o.node().path("parameters"))
                                    .map(p -> Map.entry(o.id() + " " + p, resolve(p)))),
                    fields(root().at("/components/parameters"))),
                parameter -> !isDescribed(parameter)))
        .isEmpty();
  }

  @Test
  void everyParameterHasAnExample() {
    assertThat(
            where(
                ContractFile.operations().stream()
                    .flatMap(
                        o ->
                            elements(o.node().path("parameters"))
                                .map(ContractFile::resolve)
                                .map(p -> Map.entry(o.id() + " " + p.path("name"), p))),
                parameter ->
                    examples(parameter).isEmpty()
                        && examples(resolve(parameter.path("schema"))).isEmpty()
                        && examples(resolve(parameter.path("schema").path("items"))).isEmpty()))
        .isEmpty();
  }

  @Test
  void aVersionIsRequiredWhereTheServerDemandsOne() {
    assertThat(
            operationsWhere(
                o ->
                    o.answers(428)
                        != o.parameters("header").stream()
                            .anyMatch(
                                p ->
                                    p.path("name").asText().equals("If-Match")
                                        && p.path("required").asBoolean())))
        .isEmpty();
  }

  @Test
  void everyOutcomeOfACallHasAnExample() {
    Set<String> shown = new HashSet<>();
    examples(
            ContractFile.operation("logCall")
                .node()
                .path("requestBody")
                .path("content")
                .path("application/json"))
        .forEach(example -> shown.add(example.path("disposition").asText()));
    Set<String> all = new HashSet<>();
    elements(root().at("/components/schemas/Disposition/enum")).forEach(d -> all.add(d.asText()));

    assertThat(shown).isEqualTo(all);
  }

  @Test
  void everyRequestBodyIsDescribedAndHasAnExampleForEachMediaType() {
    List<Operation> withBody =
        ContractFile.operations().stream().filter(o -> o.node().has("requestBody")).toList();

    assertThat(withBody)
        .isNotEmpty()
        .allMatch(o -> isDescribed(resolve(o.node().path("requestBody"))));
    assertThat(
            withBody.stream()
                .flatMap(
                    o ->
                        fields(resolve(o.node().path("requestBody")).path("content"))
                            .map(c -> Map.entry(o.id() + " " + c.getKey(), c.getValue())))
                .filter(content -> examples(content.getValue()).isEmpty())
                .map(Map.Entry::getKey))
        .isEmpty();
  }

  @Test
  void everyResponseIsDescribedAndHasAnExampleOfItsContent() {
    assertThat(where(responses(), response -> !isDescribed(response))).isEmpty();
    assertThat(
            where(
                responses(),
                response ->
                    elements(response.path("content"))
                        .anyMatch(content -> examples(content).isEmpty())))
        .isEmpty();
  }

  @Test
  void everyHeaderOfAResponseIsDescribed() {
    assertThat(
            where(
                responses()
                    .flatMap(
                        r ->
                            fields(r.getValue().path("headers"))
                                .map(
                                    h ->
                                        Map.entry(
                                            r.getKey() + " " + h.getKey(), resolve(h.getValue())))),
                header -> !isDescribed(header) || !header.has("schema")))
        .isEmpty();
  }

  @Test
  void everySchemaAndPropertyIsDescribed() {
    List<String> silent = new ArrayList<>();
    fields(root().at("/components/schemas"))
        .forEach(schema -> findSilent(schema.getKey(), schema.getValue(), silent));

    assertThat(silent).isEmpty();
  }

  private static void findSilent(String where, JsonNode schema, List<String> silent) {
    if (schema.has("$ref")) {
      return;
    }
    if (!isDescribed(schema)) {
      silent.add(where);
    }
    fields(schema.path("properties"))
        .forEach(
            property -> findSilent(where + "." + property.getKey(), property.getValue(), silent));
  }

  @Test
  void everyTextAndEveryArrayThatIsSentHasABound() {
    List<String> boundless = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ContractFile.operations()
        .forEach(
            o ->
                elements(resolve(o.node().path("requestBody")).path("content"))
                    .forEach(c -> findBoundless(o.id(), c.path("schema"), boundless, seen)));

    assertThat(boundless).isEmpty();
  }

  private static void findBoundless(
      String where, JsonNode schema, List<String> boundless, Set<String> seen) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText();
      if (seen.add(name)) {
        findBoundless(name.substring(name.lastIndexOf('/') + 1), resolve(schema), boundless, seen);
      }
      return;
    }
    String type = schema.path("type").asText();
    boolean boundlessText =
        type.equals("string")
            && Stream.of("maxLength", "enum", "pattern", "format").noneMatch(schema::has);
    if (boundlessText || (type.equals("array") && !schema.has("maxItems"))) {
      boundless.add(where);
    }
    fields(schema.path("properties"))
        .forEach(p -> findBoundless(where + "." + p.getKey(), p.getValue(), boundless, seen));
    elements(schema.path("allOf")).forEach(part -> findBoundless(where, part, boundless, seen));
    if (schema.has("items")) {
      findBoundless(where + "[]", schema.path("items"), boundless, seen);
    }
  }

  @Test
  void everyOperationNamesTheScopeItNeeds() {
    assertThat(
            operationsWhere(
                o ->
                    o.isTenants() && o.scopes().size() != 1
                        || o.scopes().stream()
                            .anyMatch(s -> !s.matches("[a-z]+:(read|write|admin)"))))
        .isEmpty();
    assertThat(operationsWhere(Operation::isOpen))
        .containsExactlyInAnyOrder("getCallbackCalendar", "followTrackedLink");
    assertThat(operationsWhere(o -> !o.isTenants() && !o.scopes().isEmpty())).isEmpty();
    assertThat(
            operationsWhere(
                o -> o.isOperators() != o.node().path("tags").path(0).asText().equals("Tenants")))
        .isEmpty();
  }

  @Test
  void everyPostAndPatchTakesAnIdempotencyKeyAndAnswersItsConflicts() {
    assertThat(
            operationsWhere(
                o ->
                    REPEATABLE_BY_KEY.contains(o.method())
                        && !o.takes("header", "Idempotency-Key")))
        .isEmpty();
    assertThat(
            operationsWhere(
                o -> REPEATABLE_BY_KEY.contains(o.method()) && !(o.answers(409) && o.answers(422))))
        .isEmpty();
  }

  @Test
  void everyBodyHasALimit() {
    assertThat(
            operationsWhere(
                o -> WITH_BODY_LIMIT.contains(o.method()) && !o.node().has("x-max-body-bytes")))
        .isEmpty();
    assertThat(
            operationsWhere(
                o ->
                    o.node().has("requestBody")
                        && !(o.mostBytes() > 0 && o.answers(413) && o.answers(415))))
        .isEmpty();
  }

  @Test
  void whatTakesAVersionAnswersAStaleOne() {
    assertThat(operationsWhere(o -> o.takes("header", "If-Match") && !o.answers(412))).isEmpty();
    assertThat(operationsWhere(o -> o.takes("header", "If-None-Match") && !o.answers(304)))
        .isEmpty();
  }

  @Test
  void everyExampleIsTrueToItsSchema() {
    OpenAPI contract = parsed();
    List<Example> examples = examplesOfTheContract().toList();

    assertThat(examples).hasSizeGreaterThan(100);
    for (int from = 0; from < examples.size(); from += AT_ONCE) {
      SchemaValidator validator = new SchemaValidator(contract, new MessageResolver());
      List<Example> some = examples.subList(from, Math.min(from + AT_ONCE, examples.size()));

      assertThat(some.stream().flatMap(example -> faults(validator, example))).isEmpty();
    }
  }

  @Test
  void everyExampleOfAConflictIsNamedInTheDescription() {
    assertThat(
            operationsWhere(
                o -> {
                  String description = o.response(409).path("description").asText();
                  return o.conflicts().stream()
                          .anyMatch(code -> !description.contains("`" + code + "`"))
                      || (!o.conflicts().isEmpty()
                          && description.split("`", -1).length / 2 != o.conflicts().size());
                }))
        .isEmpty();
  }

  private static Stream<String> faults(SchemaValidator validator, Example example) {
    try {
      Schema<?> schema = Json.mapper().treeToValue(example.schema(), Schema.class);
      ValidationReport report = validator.validate(() -> example.value(), schema, "example");
      return report.getMessages().stream().map(message -> example + ": " + message.getMessage());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OpenAPI parsed() {
    return new OpenAPIV3Parser().read(ContractFile.PATH.toString());
  }

  private static Stream<Example> examplesOfTheContract() {
    return Stream.of(
            ContractFile.operations().stream()
                .flatMap(
                    o -> mediaTypes(o.id() + " request", resolve(o.node().path("requestBody")))),
            responses().flatMap(r -> mediaTypes(r.getKey(), r.getValue())),
            ContractFile.operations().stream()
                .flatMap(o -> elements(o.node().path("parameters")))
                .map(ContractFile::resolve)
                .flatMap(p -> carried("parameter " + p.path("name").asText(), p)),
            fields(root().at("/components/headers"))
                .flatMap(h -> carried("header " + h.getKey(), h.getValue())),
            fields(root().at("/components/schemas"))
                .flatMap(s -> ofSchema(s.getKey(), s.getValue())))
        .flatMap(examples -> examples);
  }

  private static Stream<Example> mediaTypes(String where, JsonNode carrier) {
    return fields(carrier.path("content"))
        .filter(content -> ContractFile.isJson(content.getKey()))
        .flatMap(content -> carried(where, content.getValue()));
  }

  private static Stream<Example> carried(String where, JsonNode carrier) {
    return examples(carrier).stream()
        .map(value -> new Example(where, carrier.path("schema"), value));
  }

  /** The example of a schema, and those of its properties. */
  private static Stream<Example> ofSchema(String where, JsonNode schema) {
    Stream<Example> own = Stream.empty();
    if (schema.has("example")) {
      ObjectNode bare = schema.deepCopy();
      bare.remove("example");
      own = Stream.of(new Example(where, bare, schema.path("example")));
    }
    return Stream.concat(
        own,
        fields(schema.path("properties"))
            .flatMap(p -> ofSchema(where + "." + p.getKey(), p.getValue())));
  }

  /** The responses of all operations, and the shared ones. */
  private static Stream<Map.Entry<String, JsonNode>> responses() {
    return Stream.concat(
        ContractFile.operations().stream()
            .flatMap(
                o ->
                    fields(o.node().path("responses"))
                        .map(r -> Map.entry(o.id() + " " + r.getKey(), resolve(r.getValue())))),
        fields(root().at("/components/responses")));
  }

  private static List<String> operationsWhere(Predicate<Operation> fault) {
    return ContractFile.operations().stream().filter(fault).map(Operation::id).toList();
  }

  private static Stream<String> where(
      Stream<Map.Entry<String, JsonNode>> named, Predicate<JsonNode> fault) {
    return named.filter(entry -> fault.test(entry.getValue())).map(Map.Entry::getKey);
  }

  private static boolean isDescribed(JsonNode node) {
    return !node.path("description").asText().isBlank();
  }
}
