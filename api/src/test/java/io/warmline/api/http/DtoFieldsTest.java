package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader knows the fields of the contract and no others. */
class DtoFieldsTest {

  private static final JsonNode SCHEMAS = Contract.read("contract/schemas.json");
  private static final String PACKAGE = "io.warmline.api.contract.model.";

  /** Of a patch it counts what was left out; of several calls each is read on its own. */
  static Stream<String> schemasWithFields() {
    return SCHEMAS.properties().stream()
        .filter(schema -> schema.getValue().has("properties"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.endsWith("Patch") && !name.equals("NewCalls"));
  }

  private static JavaType typeOf(ObjectMapper mapper, String schema) {
    try {
      return mapper.constructType(Class.forName(PACKAGE + schema + "Dto"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectMapper strict() {
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    new StrictJson().customize(mapper);
    return mapper;
  }

  @ParameterizedTest
  @MethodSource("schemasWithFields")
  void nothingIsReadThatTheContractDoesNotName(String schema) {
    ObjectMapper mapper = strict();

    TreeSet<String> read =
        mapper
            .getDeserializationConfig()
            .introspect(typeOf(mapper, schema))
            .findProperties()
            .stream()
            .filter(BeanPropertyDefinition::hasSetter)
            .map(BeanPropertyDefinition::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    TreeSet<String> named = new TreeSet<>();
    SCHEMAS.path(schema).path("properties").fieldNames().forEachRemaining(named::add);
    assertThat(named).containsAll(read);
  }

  @ParameterizedTest
  @MethodSource("schemasWithFields")
  void nothingIsNullThatMayNotBe(String schema) {
    ObjectMapper mapper = strict();
    List<String> taken = new ArrayList<>();

    for (Map.Entry<String, JsonNode> property :
        SCHEMAS.path(schema).path("properties").properties()) {
      JsonNode rule = property.getValue();
      JsonNode known = rule.has("$ref") ? SCHEMAS.path(rule.path("$ref").asText()) : rule;
      String name = "\"" + property.getKey() + "\":";
      boolean nullable = rule.path("nullable").asBoolean() || known.path("nullable").asBoolean();
      if (!nullable && reads(mapper, schema, "{" + name + "null}")) {
        taken.add(property.getKey());
      }
      if (known.path("type").asText().equals("array")
          && reads(mapper, schema, "{" + name + "[null]}")) {
        taken.add(property.getKey() + "/0");
      }
      JsonNode others = known.path("additionalProperties");
      if (others.isObject()
          && !others.path("nullable").asBoolean()
          && reads(mapper, schema, "{" + name + "{\"a\":null}}")) {
        taken.add(property.getKey() + "/a");
      }
    }

    assertThat(taken).isEmpty();
  }

  private static boolean reads(ObjectMapper mapper, String schema, String json) {
    try {
      mapper.readValue(json, typeOf(mapper, schema));
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
