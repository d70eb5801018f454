package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
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

  static Stream<String> schemasWithFields() {
    return SCHEMAS.properties().stream()
        .filter(schema -> schema.getValue().has("properties"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.endsWith("Patch"));
  }

  @ParameterizedTest
  @MethodSource("schemasWithFields")
  void nothingIsReadThatTheContractDoesNotName(String schema) throws ClassNotFoundException {
    ObjectMapper mapper = new ObjectMapper();
    new StrictJson().customize(mapper);
    JavaType type = mapper.constructType(Class.forName(PACKAGE + schema + "Dto"));

    TreeSet<String> read =
        mapper.getDeserializationConfig().introspect(type).findProperties().stream()
            .filter(BeanPropertyDefinition::hasSetter)
            .map(BeanPropertyDefinition::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    TreeSet<String> named = new TreeSet<>();
    SCHEMAS.path(schema).path("properties").fieldNames().forEachRemaining(named::add);
    assertThat(named).containsAll(read);
  }
}
