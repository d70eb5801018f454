package io.warmline.api.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.warmline.api.AgainstContract;
import io.warmline.api.contract.model.CancelledByDto;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What prospects say, through REST: understood, promised, and seen in a calendar. */
@QuarkusTest
class PromiseInWordsTest extends Journey {

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
        post(
                "/v1/leads",
                Map.of(
                    "campaignId",
                    campaign,
                    "firstName",
                    "James",
                    "lastName",
                    "Butt",
                    "company",
                    "Benton",
                    "contractEnd",
                    "2031-03-31",
                    "phones",
                    List.of("+12125550100")),
                201)
            .getString("id");
  }

  static Stream<String> sample() throws IOException {
    try (InputStream file =
        PromiseInWordsTest.class.getResourceAsStream("/phrases/callback-phrases.tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sample")
  void aPhraseMeansThroughRestWhatItMeans(String line) {
    String[] expected = line.split("\t", -1);

    JsonPath reading =
        post(
            "/v1/callback-phrases/interpret",
            Map.of(
                "words",
                expected[0],
                "timeZone",
                "America/New_York",
                "spokenAt",
                "2026-11-18T15:15:00Z"),
            200);

    boolean none = expected[1].equals("NONE");
    assertThat(reading.getBoolean("resolved")).isEqualTo(!none);
    if (none) {
      assertThat(reading.getString("unresolvedReason")).isNotBlank();
      assertThat(reading.getString("earliest")).isNull();
    } else {
      assertThat(reading.getString("window.firstDate")).isEqualTo(expected[1]);
      assertThat(reading.getString("window.lastDate")).isEqualTo(expected[2]);
      assertThat(reading.getString("earliestLocal")).startsWith(expected[1]);
      assertThat(reading.getString("latestLocal")).startsWith(expected[2]);
    }
  }

  @Test
  void thePlaceOfTheWordsIsRequired() {
    JsonPath refused = post("/v1/callback-phrases/interpret", Map.of("words", "tomorrow"), 400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/timeZone");
  }

  @Test
  void spanishIsReadIfItIsSaid() {
    Map<String, Object> question =
        Map.of(
            "words", "el lunes a las cuatro y media de la tarde",
            "language", "es",
            "leadId", lead,
            "spokenAt", "2026-11-18T15:15:00Z");

    JsonPath reading = post("/v1/callback-phrases/interpret", question, 200);

    assertThat(reading.getString("preferredLocal")).isEqualTo("2026-11-23T16:30");
    assertThat(reading.getString("confidence")).isEqualTo("HIGH");
    assertThat(reading.getList("notUnderstood")).isEmpty();
  }

  @Test
  void aLanguageThatIsNotReadIsRefusedByName() {
    JsonPath refused =
        post(
            "/v1/callback-phrases/interpret",
            Map.of("words", "mardi à 14h", "language", "fr", "leadId", lead),
            400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/language");
    assertThat(refused.getString("errors[0].code")).isEqualTo("LANGUAGE_NOT_READ");
  }

  @Test
  void settingsChangeTheCalendarByWhichWordsAreRead() {
    Map<String, Object> question =
        Map.of(
            "words",
            "3/12 at 2:30 pm",
            "leadId",
            lead,
            "spokenAt",
            "2026-11-18T15:15:00Z",
            "settings",
            Map.of("dateOrder", "DAY_FIRST"));

    JsonPath reading = post("/v1/callback-phrases/interpret", question, 200);

    assertThat(reading.getString("window.firstDate")).isEqualTo("2026-12-03");
    assertThat(reading.getString("window.from")).isEqualTo("14:30");
  }

  @Test
  void wordsBecomeAPromiseThatSaysWhatWasUnderstood() {
    JsonPath promised =
        post("/v1/callbacks", Map.of("leadId", lead, "words", "when our contract is up"), 201);

    assertThat(promised.getString("resolution")).isEqualTo("WORDS");
    assertThat(promised.getString("interpretation.anchor")).isEqualTo("CONTRACT_END");
    assertThat(promised.getInt("interpretation.offsetDays")).isEqualTo(-60);
    assertThat(promised.getString("interpretation.timeZone")).isEqualTo("America/New_York");
    assertThat(promised.getString("interpretation.window.firstDate")).isEqualTo("2031-01-30");
  }

  @Test
  void aTimeThatTheWordsRuleOutIsRefusedWithBoth() {
    Map<String, Object> wish = Map.of("dueAt", "2031-05-14T15:00:00Z", "words", "tomorrow");
    JsonPath refused =
        post(
            "/v1/callbacks",
            Map.of("leadId", lead, "dueAt", "2031-05-14T15:00:00Z", "words", "tomorrow"),
            400);
    JsonPath batch =
        post(
            "/v1/calls/batch",
            Map.of(
                "calls",
                List.of(
                    Map.of(
                        "leadId",
                        lead,
                        "agentId",
                        agent,
                        "disposition",
                        "CALLBACK_REQUESTED",
                        "callback",
                        wish))),
            200);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/dueAt");
    assertThat(refused.getString("errors[0].code")).isEqualTo("WORDS_SAY_OTHERWISE");
    assertThat(refused.getString("errors[0].message")).contains("14 May 2031", "any time from");
    assertThat(batch.getString("items[0].problem.errors[0].pointer"))
        .isEqualTo("/calls/0/callback/dueAt");
  }

  @Test
  void anAnchorOrADateSaysWhenAndTwoOfThemAreRefused() {
    JsonPath both =
        post(
            "/v1/callbacks",
            Map.of("leadId", lead, "dueOn", "2031-05-14", "anchor", "CONTRACT_END"),
            400);
    JsonPath lone = post("/v1/callbacks", Map.of("leadId", lead, "offsetDays", -30), 400);
    JsonPath promised =
        post(
            "/v1/callbacks",
            Map.of("leadId", lead, "anchor", "CONTRACT_END", "offsetDays", -31),
            201);

    assertThat(both.getString("errors[0].code")).isEqualTo("ONE_TIME_ONLY");
    assertThat(lone.getString("errors[0].pointer")).isEqualTo("/anchor");
    assertThat(promised.getString("resolution")).isEqualTo("ANCHOR");
    assertThat(promised.getString("interpretation.window.firstDate")).isEqualTo("2031-02-28");
  }

  @ParameterizedTest(name = "called off by {0}")
  @EnumSource(value = CancelledByDto.class)
  void whoCalledAPromiseOffIsOnRecord(CancelledByDto by) {
    String id = promised();
    String why = "The roof is fixed";

    JsonPath cancelled =
        post("/v1/callbacks/" + id + "/cancel", Map.of("reason", why, "cancelledBy", by), 200);

    assertThat(cancelled.getString("cancelledBy")).isEqualTo(by.toString());
    assertThat(cancelled.getString("cancelReason")).isEqualTo(why);
  }

  @Test
  void whatNobodyElseCalledOffTheFirmDid() {
    String cancel = "/v1/callbacks/" + promised() + "/cancel";

    JsonPath refused = post(cancel, Map.of("reason", "Sold out", "cancelledBy", "NOBODY"), 400);
    JsonPath cancelled = post(cancel, Map.of("reason", "Sold out"), 200);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/cancelledBy");
    assertThat(cancelled.getString("cancelledBy")).isEqualTo("FIRM");
  }

  private String promised() {
    JsonPath promised = post("/v1/callbacks", Map.of("leadId", lead, "words", "in a month"), 201);
    assertThat(promised.getString("cancelledBy")).isNull();
    return promised.getString("id");
  }

  @Test
  void howTheCallerWentAboutItIsKeptWithTheCall() {
    JsonPath logged =
        post(
            "/v1/calls",
            Map.of(
                "leadId",
                lead,
                "agentId",
                agent,
                "disposition",
                "CALLBACK_REQUESTED",
                "counterOffered",
                true,
                "callback",
                Map.of("words", "in a month")),
            201);

    assertThat(logged.getBoolean("call.counterOffered")).isTrue();
    assertThat(logged.getString("call.askMade")).isNull();
    assertThat(logged.getString("callback.resolution")).isEqualTo("WORDS");
    assertThat(logged.getBoolean("callback.deferredAgainAndAgain")).isFalse();
  }

  @Test
  void aCalendarProgramReadsTheAgentsCallbacksUntilTheLinkIsRevoked() {
    post("/v1/callbacks", Map.of("leadId", lead, "words", "in a month", "agentId", agent), 201);
    String first = link();
    Response feed = read(first);
    String second = link();

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.contentType()).startsWith("text/calendar");
    VEvent event = Biweekly.parse(feed.asString()).first().getEvents().get(0);
    assertThat(event.getSummary().getValue()).isEqualTo("Callback: James Butt, Benton");
    assertThat(event.getDescription().getValue()).contains("+12125550100");
    assertThat(read(first).statusCode()).isEqualTo(404);
    assertThat(read(second).statusCode()).isEqualTo(200);

    request().delete("/v1/agents/" + agent + "/calendar-link").then().statusCode(204);

    assertThat(read(second).statusCode()).isEqualTo(404);
    assertThat(read(second).asString()).doesNotContain(second.substring(second.indexOf('=') + 1));
  }

  @Test
  void anAgentWhoHasLeftHasNoCalendar() {
    String link = link();

    request().delete("/v1/agents/" + agent).then().statusCode(204);

    assertThat(read(link).statusCode()).isEqualTo(404);
  }

  private String link() {
    return post("/v1/agents/" + agent + "/calendar-link", null, 201).getString("url");
  }

  /** As a calendar program does: with nothing but the link. */
  private static Response read(String link) {
    URI uri = URI.create(link);
    return given().filter(AgainstContract.ALL).get(uri.getPath() + "?" + uri.getQuery());
  }
}
