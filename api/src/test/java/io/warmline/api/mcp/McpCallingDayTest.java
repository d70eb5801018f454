package io.warmline.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.api.journey.Daytime;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calling day of an agent program, and what it is told when it goes wrong. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class McpCallingDayTest {

  private static final String NOWHERE = "0198f1a0-9999-7000-8000-000000000404";

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private McpClient client = new McpClient(URI.create("http://localhost"));

  @BeforeEach
  void aClient() {
    client = new McpClient(server).key(tenants.create());
  }

  private String campaign() {
    return client
        .done(
            "createCampaign",
            """
            {"body": {"name": "Managed IT", "defaultCountry": "US", "timeZone": "America/New_York"}}
            """)
        .path("id")
        .asText();
  }

  private String agent() {
    return client
        .done("createAgent", "{\"body\": {\"name\": \"Dave Miller\"}}")
        .path("id")
        .asText();
  }

  private String lead(String campaign) {
    return client
        .done(
            "createLead",
            """
            {"body": {"campaignId": "%s", "firstName": "James", "lastName": "Butt",
              "company": "Benton", "phones": ["504-621-8927"], "address": {"region": "LA", "country": "US"}}}
            """
                .formatted(campaign))
        .path("id")
        .asText();
  }

  @Test
  void aDayIsWorkedThroughTools() {
    String campaign = campaign();
    String agent = agent();
    String lead = lead(campaign);

    JsonNode claim =
        client.done("claimNextLead", "{\"body\": {\"agentId\": \"%s\"}}".formatted(agent));
    assertThat(claim.path("leadId").asText()).isEqualTo(lead);
    assertThat(claim.at("/talkTrack/text").asText()).contains("James");

    String report =
        """
        {"Idempotency-Key": "day-1", "body": {"claimId": "%s", "disposition": "CALLBACK_REQUESTED",
          "notes": "Décidé — 10.50 €", "callback": {"words": "try me in two days"}}}
        """
            .formatted(claim.path("id").asText());
    JsonNode logged = client.done("logCall", report);
    assertThat(logged.at("/next/action").asText()).isEqualTo("CALLBACK");
    assertThat(logged.at("/call/notes").asText()).isEqualTo("Décidé — 10.50 €");

    JsonNode callbacks =
        client.done("listCallbacks", "{\"campaignId\": \"%s\", \"limit\": 5}".formatted(campaign));
    assertThat(callbacks.path("items")).hasSize(1);
    assertThat(callbacks.at("/items/0/words").asText()).isEqualTo("try me in two days");
    assertThat(callbacks.at("/items/0/leadId").asText()).isEqualTo(lead);

    JsonNode again = client.call("logCall", report);
    assertThat(again.path("status").asInt()).isEqualTo(201);
    assertThat(again.at("/headers/Idempotent-Replayed").asText()).isEqualTo("true");
    assertThat(again.path("body")).isEqualTo(logged);
  }

  @Test
  void whoHasNobodyToCallIsToldWhenToComeAgain() {
    campaign();

    JsonNode told =
        client.call("claimNextLead", "{\"body\": {\"agentId\": \"%s\"}}".formatted(agent()));

    assertThat(told.path("status").asInt()).isEqualTo(204);
    assertThat(told.has("body")).isFalse();
    assertThat(told.at("/headers/Retry-After").asInt()).isPositive();
  }

  @Test
  void aChangeNamesTheVersionThatWasRead() {
    String agent = agent();
    JsonNode read = client.call("getAgent", "{\"agentId\": \"%s\"}".formatted(agent));
    String version = read.at("/headers/ETag").asText().replace("\"", "\\\"");
    String change =
        """
        {"agentId": "%s", "If-Match": "%s", "body": {"languages": ["en", "fr"]}}
        """
            .formatted(agent, version);

    assertThat(client.done("updateAgent", change).at("/languages/1").asText()).isEqualTo("fr");

    JsonNode late = client.call("updateAgent", change);
    assertThat(late.path("status").asInt()).isEqualTo(412);
    assertThat(late.at("/body/code").asText()).isEqualTo("VERSION_MISMATCH");
  }

  @Test
  void aListIsImportedAsText() {
    String campaign = campaign();

    JsonNode accepted =
        client.call(
            "startImport",
            """
            {"campaignId": "%s", "contentType": "text/csv", "map": ["Telefono:phone1", "Vorname:firstName"],
             "body": "Vorname,Telefono\\nArt,856-636-8749\\n"}
            """
                .formatted(campaign));

    assertThat(accepted.path("status").asInt()).as("%s", accepted).isEqualTo(202);
    assertThat(accepted.at("/headers/Location").asText()).contains("/v1/imports/");
    String excel =
        """
        {"campaignId": "%s", "contentType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "body": "x"}
        """
            .formatted(campaign);
    assertThat(client.call("startImport", excel).at("/body/errors/0/pointer").asText())
        .isEqualTo("contentType");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          createAgent    | {"body": {"name": ""}}                       | /name       | SIZE
          createAgent    | {"body": {"nome": "Dave"}}                   | /nome       | UNKNOWN_FIELD
          createAgent    | {"body": {"name": null}}                     | /name       | NULL
          createAgent    | {"body": "Dave"}                             | ~~          | WRONG_TYPE
          createAgent    | {"body": null}                               | body        | NULL
          createAgent    | {"body": {"name": "\\ud800"}}                | /name       | INVALID_TEXT
          createAgent    | {"name": "Dave", "body": {"name": "Dave"}}   | name        | IN_BODY
          listAgents     | {"limit": 0}                                 | limit       | TOO_SMALL
          listAgents     | {"limit": "many"}                            | limit       | WRONG_TYPE
          listAgents     | {"limit": [1, 2]}                            | limit       | WRONG_TYPE
          listAgents     | {"limit": {"least": 1}}                      | limit       | WRONG_TYPE
          listAgents     | {"limit": null}                              | limit       | NULL
          listAgents     | {"limits": 5}                                | limits      | UNKNOWN_PARAMETER
          listAgents     | {"cursor": ""}                               | cursor      | EMPTY
          listAgents     | {"cursor": "\\ud800"}                        | cursor      | INVALID_TEXT
          listAgents     | {"body": {}}                                 | body        | WRONG_TYPE
          listAgents     | {"Limit": 1}                                 | Limit       | UNKNOWN_PARAMETER
          listAgents     | {"limit": 1e400}                             | limit       | WRONG_TYPE
          createAgent    | {"idempotency-key": "a", "body": {"name": "D"}} | idempotency-key | UNKNOWN_PARAMETER
          createAgent    | {"Idempotency-Key": "ä", "body": {"name": "D"}} | Idempotency-Key | INVALID_TEXT
          getLead        | {}                                           | leadId      | REQUIRED
          getLead        | {"leadId": "search"}                         | leadId      | WRONG_TYPE
          getLead        | {"leadId": ".."}                             | leadId      | WRONG_TYPE
          getAgent       | {"agentId": "x", "If-None-Match": "a\\r\\nb"}| If-None-Match | INVALID_TEXT
          upsertLead     | {"campaignId": "0198f1a0-9999-7000-8000-000000000404", "externalId": "..", "body": {}} | externalId | FORMAT
          """)
  void anArgumentThatIsWrongIsPointedAt(
      String tool, String arguments, String pointer, String code) {
    JsonNode told = client.call(tool, arguments);

    assertThat(told.path("status").asInt()).as("%s", told).isEqualTo(400);
    assertThat(told.at("/body/errors"))
        .as("%s", told)
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asText()).isEqualTo(pointer);
              assertThat(error.path("code").asText()).isEqualTo(code);
            });
    assertThat(told.at("/body/requestId").asText()).startsWith("req_");
  }

  @Test
  void argumentsThatAreTooLongForARequestAreRefusedAsSuch() {
    JsonNode cursor =
        client.call("listAgents", "{\"cursor\": \"%s\"}".formatted("x".repeat(20_000)));
    JsonNode key =
        client.call(
            "createAgent",
            "{\"Idempotency-Key\": \"%s\", \"body\": {\"name\": \"D\"}}"
                .formatted("x".repeat(33_000)));

    JsonNode endless =
        client.call("listAgents", "{\"cursor\": \"%s\"}".formatted("x".repeat(200_000)));

    assertThat(endless.at("/body/errors/0/code").asText()).isEqualTo("SIZE");
    assertThat(cursor.at("/body/code").asText()).isEqualTo("URI_TOO_LONG");
    assertThat(key.at("/body/code").asText()).isEqualTo("HEADERS_TOO_LARGE");
  }

  @Test
  void aBodyThatIsMissingIsAProblemToo() {
    assertThat(client.call("createAgent", "{}").at("/body/code").asText()).isNotEmpty();
  }

  @Test
  void aScopeThatTheKeyLacksIsNamed() {
    JsonNode told =
        new McpClient(server)
            .key(tenants.create(Set.of("agents:read")))
            .call("createAgent", "{\"body\": {\"name\": \"Dave\"}}");

    assertThat(told.path("status").asInt()).isEqualTo(403);
    assertThat(told.at("/body/code").asText()).isEqualTo("MISSING_SCOPE");
    assertThat(told.at("/body/detail").asText()).contains("agents:write");
  }

  @Test
  void whatIsNotThereAndWhatIsInAnotherFirmAreTheSame() {
    String elsewhere = agent();
    McpClient other = new McpClient(server).key(tenants.create());

    for (String id : new String[] {NOWHERE, elsewhere}) {
      JsonNode told = other.call("getAgent", "{\"agentId\": \"%s\"}".formatted(id));
      assertThat(told.path("status").asInt()).isEqualTo(404);
      assertThat(told.at("/body/code").asText()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void whatIsDoneIsOnRecordUnderTheIdOfTheRequest() {
    client.with("X-Request-Id", "agent-7");
    String campaign = campaign();

    JsonNode entry =
        client
            .done("listAuditEntries", "{\"resourceId\": \"%s\"}".formatted(campaign))
            .at("/items/0");

    assertThat(entry.path("operation").asText()).isEqualTo("createCampaign");
    assertThat(entry.path("requestId").asText()).isEqualTo("agent-7");
    assertThat(entry.path("fields")).isNotEmpty();
  }

  @Test
  void aLinkLeadsToWhereTheCallerHasReachedTheServer() {
    String lead = lead(campaign());

    JsonNode link =
        client.done(
            "createTrackedLink",
            """
            {"leadId": "%s", "body": {"url": "https://www.chemel.example/price-list"}}
            """
                .formatted(lead));

    assertThat(link.toString()).contains("http://localhost:" + server.getPort() + "/t/");
  }
}
