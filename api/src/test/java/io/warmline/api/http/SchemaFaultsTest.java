package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.WarmlineException.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final BodySchemas schemas = new BodySchemas();

  private Map<String, String> faults(String schema, String body) throws JsonProcessingException {
    JsonNode value = JSON.readTree(body.replace('\'', '"'));
    return schemas.faults(schema, value).stream()
        .collect(Collectors.toMap(Violation::pointer, Violation::code));
  }

  @Test
  void allFaultsAreFoundAtWhateverDepth() throws JsonProcessingException {
    Map<String, String> faults =
        faults(
            "NewCampaign",
            "{'name':7,'defaultCountry':'us','audience':'b2x','nme':1,'callingRules':['A b',null],"
                + "'callingHours':{'monday':[{'from':'9','to':null,'until':'x'}],'monthly':[]},"
                + "'policy':{'maxAttempts':0,'leaseSeconds':1.5}}");

    assertThat(faults)
        .containsEntry("/name", "WRONG_TYPE")
        .containsEntry("/timeZone", "REQUIRED")
        .containsEntry("/defaultCountry", "FORMAT")
        .containsEntry("/audience", "UNKNOWN_VALUE")
        .containsEntry("/nme", "UNKNOWN_FIELD")
        .containsEntry("/callingRules/0", "FORMAT")
        .containsEntry("/callingRules/1", "NULL")
        .containsEntry("/callingHours/monday/0/from", "FORMAT")
        .containsEntry("/callingHours/monday/0/to", "NULL")
        .containsEntry("/callingHours/monday/0/until", "UNKNOWN_FIELD")
        .containsEntry("/callingHours/monthly", "UNKNOWN_FIELD")
        .containsEntry("/policy/maxAttempts", "TOO_SMALL")
        .containsEntry("/policy/leaseSeconds", "WRONG_TYPE")
        .hasSize(13);
  }

  @Test
  void whatIsInOrderHasNoFaults() throws JsonProcessingException {
    assertThat(
            faults(
                "NewCampaign",
                "{'name':'x','defaultCountry':'US','timeZone':'America/New_York','callingHours':{"
                    + "'monday':[{'from':'09:00','to':'24:00'}]},'policy':{'maxAttempts':7}}"))
        .isEmpty();
  }

  @Test
  void aPatchMayHaveNullWhereTheContractSaysSoAndNowhereElse() throws JsonProcessingException {
    assertThat(
            faults(
                "LeadPatch",
                "{'notes':null,'score':null,'address':{'city':null},'customFields':{'a':null}}"))
        .isEmpty();
    assertThat(faults("LeadPatch", "{'phones':null,'statusChange':null}"))
        .containsOnlyKeys("/phones", "/statusChange")
        .containsValue("NULL");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-18T15:15:00Z, true",
    "1900-01-01T00:00:00Z, true",
    "2199-12-31T23:59:59.999999Z, true",
    "2199-12-31T23:59:59-01:00, false",
    "1900-01-01T00:00:00+01:00, false",
    "9999-12-31T23:59:59Z, false",
    "+10000-01-01T00:00:00Z, false",
    "+999999999-12-31T23:59:59-18:00, false",
    "-0001-01-01T00:00:00Z, false",
    "2026-11-18, false"
  })
  void instantsAreOfAnAgeInWhichSomebodyCalls(String instant, boolean fine) {
    assertThat(ValueType.INSTANT.reads(instant)).isEqualTo(fine);
  }

  @Test
  void namesInPointersAreEscapedAndLongListsEnd() throws JsonProcessingException {
    assertThat(faults("NewAgent", "{'name':'x','a/b~c':1}")).containsOnlyKeys("/a~1b~0c");
    ObjectNode many = JSON.createObjectNode();
    for (int i = 0; i < 5000; i++) {
      many.put("unknown" + i, i);
    }

    List<Violation> faults = schemas.faults("NewAgent", many);

    assertThat(faults).hasSize(SchemaFaults.MOST);
  }

  /** What {@link Schema} and {@link ValueRule} hold values to, and what serves people. */
  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "enum",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "nullable",
          "pattern",
          "properties",
          "required",
          "type",
          "default",
          "writeOnly",
          "deprecated");

  private static final Set<String> FORMATS =
      Set.of("date", "date-time", "double", "email", "int32", "int64", "uuid");

  /** Of a keyword that nothing enforces nobody would hear. */
  @Test
  void allThatTheContractSaysOfBodiesIsEnforced() {
    JsonNode all = Contract.read("contract/schemas.json");
    Set<String> seen = new TreeSet<>();
    Contract.read("contract/operations.json")
        .forEach(
            operation -> operation.path("bodies").forEach(name -> look(all, name.asText(), seen)));

    assertThat(seen).contains("NewCall", "NewCampaign", "CallbackPromise");
  }

  private static void look(JsonNode all, String name, Set<String> seen) {
    if (!name.isEmpty() && seen.add(name)) {
      assertThat(all.has(name)).as(name).isTrue();
      look(all, name, all.path(name), seen);
    }
  }

  private static void look(JsonNode all, String where, JsonNode schema, Set<String> seen) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String keyword = entry.getKey();
      assertThat(KNOWN.contains(keyword) || keyword.startsWith("x-"))
          .as("%s: %s", where, keyword)
          .isTrue();
      if (keyword.equals("format")) {
        assertThat(FORMATS).as(where).contains(entry.getValue().asText());
      }
    }
    assertThat(schema.path("allOf").size()).as(where).isLessThanOrEqualTo(1);
    schema.path("allOf").forEach(one -> assertThat(one.has("$ref")).as(where).isTrue());
    schema.path("allOf").forEach(one -> look(all, one.path("$ref").asText(), seen));
    if (schema.has("$ref")) {
      look(all, schema.path("$ref").asText(), seen);
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> look(all, where + "/" + field.getKey(), field.getValue(), seen));
    if (schema.path("additionalProperties").isObject()) {
      look(all, where + "/*", schema.path("additionalProperties"), seen);
    }
    if (schema.has("items")) {
      look(all, where + "/0", schema.path("items"), seen);
    }
  }
}
