package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.WarmlineException.Violation;
import java.util.List;
import java.util.Map;
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
}
