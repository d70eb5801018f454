package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a report of a call brings along, through REST: it is taken, or it is refused by name. It is
 * noon on a Wednesday in New York.
 */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class CallReportTest extends Journey {

  private String agent = "";
  private String lead = "";

  @BeforeEach
  void aLead() {
    String campaign =
        post(
                "/v1/campaigns",
                Map.of("name", "S", "defaultCountry", "US", "timeZone", "America/New_York"),
                201)
            .getString("id");
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
    lead =
        post("/v1/leads", Map.of("campaignId", campaign, "phones", List.of("+12125550100")), 201)
            .getString("id");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GATEKEEPER            | CALLBACK_PENDING
          LEFT_LIVE_MESSAGE     | CALLBACK_PENDING
          INFORMATION_REQUESTED | CALLBACK_PENDING
          WARM_INTERESTED       | WARM
          """)
  void heIsBackOnTuesdayIsAPromise(String disposition, String status) {
    JsonPath logged =
        post(
            "/v1/calls",
            report(disposition, Map.of("callback", Map.of("words", "call him in two weeks"))),
            201);

    assertThat(logged.getString("callback.words")).isEqualTo("call him in two weeks");
    assertThat(logged.getString("next.action")).isEqualTo("CALLBACK");
    assertThat(logged.getString("leadStatus")).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"VOICEMAIL_LEFT", "INFORMATION_REQUESTED"})
  void aBatchAnswersWithTheMessageThatIsOwedAsACallAloneDoes(String disposition) {
    JsonPath alone = post("/v1/calls", report(disposition, Map.of()), 201);
    JsonPath batch =
        post(
            "/v1/calls/batch",
            Map.of("calls", List.of(report(disposition, Map.of()), report(disposition, Map.of()))),
            200);

    assertThat(alone.getString("followUp.text")).isNotBlank();
    assertThat(batch.getString("items[1].logged.followUp.text"))
        .isEqualTo(alone.getString("followUp.text"));
    assertThat(batch.getString("items[1].logged.followUp.callId"))
        .isEqualTo(batch.getString("items[1].logged.call.id"));
    assertThat(batch.getString("items[0].logged.followUp")).isNull();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "NO_ANSWER,       callback,     /callback",
    "NOT_INTERESTED,  callback,     /callback",
    "NO_ANSWER,       appointment,  /appointment",
    "BUSY,            revisitOn,    /revisitOn",
    "GATEKEEPER,      language,     /language",
    "NO_ANSWER,       statedPlace,  /statedPlace",
    "VOICEMAIL_LEFT,  qualification,/qualification",
    "SALE,            suppressionScope, /suppressionScope",
    "NO_ANSWER,       askMade,      /askMade"
  })
  void whatDoesNotGoWithTheDispositionIsRefusedByName(
      String disposition, String field, String pointer) {
    JsonPath refused = post("/v1/calls", report(disposition, Map.of(field, any(field))), 400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo(pointer);
    assertThat(refused.getString("errors[0].code")).isEqualTo("NOT_TAKEN");
    assertThat(refused.getString("errors[0].message")).contains(disposition, "goes with");
    assertThat(get("/v1/calls?leadId=" + lead).getList("items")).isEmpty();
  }

  @Test
  void aDoubleClickIsOneCall() {
    String claim = post("/v1/claims", Map.of("agentId", agent), 201).getString("id");
    Map<String, Object> report = Map.of("claimId", claim, "disposition", "NO_ANSWER");

    JsonPath first = post("/v1/calls", report, 201);
    JsonPath again = post("/v1/calls", report, 201);
    JsonPath another = post("/v1/calls", Map.of("claimId", claim, "disposition", "BUSY"), 409);

    assertThat(again.getString("call.id")).isEqualTo(first.getString("call.id"));
    assertThat(again.getList("effects.code")).containsExactly("ALREADY_LOGGED");
    assertThat(get("/v1/leads/" + lead).getInt("attempts")).isEqualTo(1);
    assertThat(another.getString("code")).isEqualTo("CALL_LOGGED");
    assertThat(another.getString("detail")).contains(first.getString("call.id"), "amendCall");
  }

  @Test
  void aCorrectionThatGivesWhatItsOutcomeDoesNotTakeIsRefused() {
    String call = post("/v1/calls", report("NO_ANSWER", Map.of()), 201).getString("call.id");

    JsonPath refused =
        answer(
            freeRequest()
                .contentType("application/merge-patch+json")
                .body("{\"callback\":{\"words\":\"in two weeks\"}}")
                .patch("/v1/calls/" + call),
            400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/callback");
  }

  private Map<String, Object> report(String disposition, Map<String, Object> more) {
    Map<String, Object> report = new HashMap<>(more);
    report.put("leadId", lead);
    report.put("agentId", agent);
    report.put("disposition", disposition);
    return report;
  }

  private static Object any(String field) {
    return switch (field) {
      case "callback" -> Map.of("words", "in two weeks");
      case "appointment" -> Map.of("startsAt", "2031-02-03T15:00:00Z");
      case "revisitOn" -> "2031-02-03";
      case "language" -> "es";
      case "statedPlace" -> Map.of("country", "US", "region", "CO");
      case "qualification" ->
          Map.of(
              "goodProspect", true, "fits", true, "understandsOffer", true, "answers", List.of());
      case "suppressionScope" -> "CAMPAIGN";
      default -> true;
    };
  }
}
