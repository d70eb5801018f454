package io.warmline.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.warmline.api.TestTenant;
import io.warmline.api.journey.Daytime;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tools are the operations of the contract, no more and no fewer. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class ToolsTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\|");
  private static final JsonNode CONTRACT = contract();

  @Inject TestTenant tenants;
  @Inject Vertx vertx;
  @TestHTTPResource URI server;

  private static JsonNode contract() {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(20_000_000);
      return new ObjectMapper()
          .valueToTree(
              new Yaml(new SafeConstructor(options))
                  .load(Files.readString(Path.of("..", "openapi.yaml"), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    CONTRACT
        .path("paths")
        .forEach(
            path ->
                path.properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(Map.Entry::getValue)
                    .forEach(o -> operations.put(o.path("operationId").asText(), o)));
    return operations;
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(CONTRACT.at(node.path("$ref").asText().substring(1))) : node;
  }

  private Map<String, JsonNode> tools(String key) {
    Map<String, JsonNode> tools = new LinkedHashMap<>();
    new McpClient(server)
        .key(key)
        .ask("tools/list", "{}")
        .at("/result/tools")
        .forEach(tool -> tools.put(tool.path("name").asText(), tool));
    return tools;
  }

  @Test
  void everyOperationIsAToolOrNamedAmongThoseLeftOut() throws IOException {
    List<String> named = new ArrayList<>();
    LEFT_OUT
        .matcher(Files.readString(Path.of("..", "docs", "mcp.md")))
        .results()
        .forEach(found -> named.add(found.group(1)));
    List<String> all = new ArrayList<>(tools(tenants.create()).keySet());
    assertThat(all).doesNotContainAnyElementsOf(named).hasSizeGreaterThan(100);

    all.addAll(named);

    assertThat(all).containsExactlyInAnyOrderElementsOf(operations().keySet());
  }

  /** What models do most often wrong. */
  @Test
  void aFieldOfTheBodyThatStandsBesideItIsShownItsPlace() {
    JsonNode answer =
        new McpClient(server)
            .key(tenants.create())
            .ask(
                "tools/call",
                "{\"name\":\"claimNextLead\",\"arguments\":{\"agentId\":"
                    + "\"0198f1a0-0002-7000-8000-000000000001\"}}");

    assertThat(answer.toString()).contains("agentId", "is a field of the body: give it in body");
  }

  @Test
  void aToolIsToldInTheWordsOfTheContract() {
    tools(tenants.create())
        .forEach(
            (name, tool) -> {
              JsonNode operation = operations().get(name);
              assertThat(tool.path("title").asText()).isEqualTo(operation.path("summary").asText());
              assertThat(tool.path("description").asText())
                  .startsWith(operation.path("summary").asText())
                  .endsWith(operation.path("description").asText());
            });
  }

  @Test
  void theArgumentsAreTheParametersAndTheBody() {
    tools(tenants.create())
        .forEach(
            (name, tool) -> {
              JsonNode operation = operations().get(name);
              List<String> expected = new ArrayList<>();
              operation
                  .path("parameters")
                  .forEach(parameter -> expected.add(resolve(parameter).path("name").asText()));
              if (operation.has("requestBody")) {
                expected.add("body");
              }
              if (name.equals("startImport")) {
                expected.add("contentType");
              }
              List<String> told = new ArrayList<>();
              tool.at("/inputSchema/properties").fieldNames().forEachRemaining(told::add);
              assertThat(told).as(name).containsExactlyElementsOf(expected);
            });
  }

  @Test
  void everySchemaIsAJsonSchemaWithoutReferences() throws Exception {
    for (JsonNode tool : tools(tenants.create()).values()) {
      JsonNode schema = tool.path("inputSchema");
      assertThat(schema.path("type").asText()).isEqualTo("object");
      assertThat(schema.findValues("$ref")).as(tool.path("name").asText()).isEmpty();
      assertThat(schema.findValues("nullable")).isEmpty();
      assertThat(JsonSchemaFactory.byDefault().getSyntaxValidator().schemaIsValid(schema))
          .as("%s", schema)
          .isTrue();
    }
  }

  @Test
  void whatTheContractShowsFitsTheSchemas() throws Exception {
    List<String> strangers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> tool : tools(tenants.create()).entrySet()) {
      JsonNode operation = operations().get(tool.getKey());
      for (JsonNode body : bodies(operation)) {
        ObjectNode arguments = new ObjectMapper().createObjectNode();
        operation
            .path("parameters")
            .forEach(
                parameter -> {
                  JsonNode told = resolve(parameter);
                  JsonNode example = exampleOf(told);
                  if (!example.isMissingNode()) {
                    arguments.set(told.path("name").asText(), example);
                  }
                });
        if (!body.isMissingNode()) {
          arguments.set("body", body);
        }
        if (tool.getKey().equals("startImport")) {
          arguments.put("contentType", "text/csv");
        }
        if (!fits(tool.getValue().path("inputSchema"), arguments)) {
          strangers.add(tool.getKey() + " " + arguments);
        }
      }
    }

    assertThat(strangers).isEmpty();
  }

  private static boolean fits(JsonNode schema, JsonNode value) throws ProcessingException {
    return JsonSchemaFactory.byDefault().getJsonSchema(schema).validate(value).isSuccess();
  }

  private static JsonNode exampleOf(JsonNode parameter) {
    for (JsonNode example : parameter.path("examples")) {
      if (resolve(example).has("value")) {
        return resolve(example).path("value");
      }
    }
    return parameter.path("example");
  }

  /** The examples of the body; one that is missing where there is no body. */
  private static List<JsonNode> bodies(JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    List<JsonNode> bodies = new ArrayList<>();
    content.forEach(
        type -> {
          if (type.has("example") && bodies.isEmpty()) {
            bodies.add(type.path("example"));
          }
          type.path("examples").forEach(example -> bodies.add(resolve(example).path("value")));
        });
    return bodies.isEmpty() ? List.of(content.path("none")) : bodies;
  }

  @Test
  void aKeyIsToldOfWhatItMayDo() {
    assertThat(tools(tenants.create(Set.of("claims:write", "calls:write"))).keySet())
        .contains("claimNextLead", "releaseClaim", "logCall")
        .allSatisfy(
            name ->
                assertThat(List.of("claims:write", "calls:write"))
                    .containsAll(scopes(operations().get(name))));
    assertThat(tools(tenants.create(Set.of("agents:read"))).keySet())
        .contains("listAgents", "getAgent")
        .doesNotContain("createAgent");
  }

  private static List<String> scopes(JsonNode operation) {
    List<String> scopes = new ArrayList<>();
    operation.path("x-required-scopes").forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  @Test
  void whoSwitchesItOffHasNothingThere() {
    Router router = Router.router(vertx);
    new McpEndpoint(null, "off", Optional.empty()).register(router);
    assertThat(router.getRoutes()).isEmpty();

    new McpEndpoint(null, "on", Optional.empty()).register(router);
    assertThat(router.getRoutes()).hasSize(1);
  }
}
