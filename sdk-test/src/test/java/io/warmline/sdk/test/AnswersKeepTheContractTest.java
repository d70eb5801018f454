package io.warmline.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.warmline.sdk.CallbackFilter;
import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.LeadFilter;
import io.warmline.sdk.model.CallAppointment;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.CancelAppointment;
import io.warmline.sdk.model.CancelCallback;
import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.ConfirmAppointment;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewAppointment;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCallback;
import io.warmline.sdk.model.ReleaseReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every answer of the fake is one that the contract allows; so is every event. */
class AnswersKeepTheContractTest {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createFor("../openapi.yaml").build();

  private final List<String> broken = new ArrayList<>();

  private void hold(Asked asked, Reply reply) {
    SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
    reply.headers().forEach((name, value) -> response.withHeader(name, value));
    if (!reply.body().isEmpty()) {
      response.withBody(reply.body());
    }
    VALIDATOR
        .validateResponse(asked.path(), Request.Method.valueOf(asked.method()), response.build())
        .getMessages()
        .forEach(
            message ->
                broken.add(asked.operation() + " " + reply.status() + ": " + message.getMessage()));
  }

  @Test
  void aDayAndItsRefusals() {
    try (FakeWarmline server = FakeWarmline.start()) {
      server.onAnswer(this::hold);
      Day day = new Day(server.client());
      day.warmline.campaigns().getQueue(day.campaign);
      day.warmline.leads().getCallability(day.james.getId());
      day.claim().release(ReleaseReason.SKIPPED);
      ClaimedLead claim = day.claim();
      claim.extend(Duration.ofMinutes(10));
      claim.log(
          new NewCall()
              .disposition(Disposition.CALLBACK_REQUESTED)
              .notes("Moves in spring.")
              .callback(new CallbackPromise().dueAt(at(server, Duration.ofHours(1))).note("x")));
      day.log(Disposition.VOICEMAIL_LEFT);
      assertThat(day.next().isEmpty()).isTrue();
      server.clock().advance(Duration.ofMinutes(90));
      day.log(Disposition.NO_ANSWER);
      server.clock().advance(Duration.ofDays(1));
      day.log(
          new NewCall()
              .disposition(Disposition.APPOINTMENT_SET)
              .appointment(new CallAppointment().startsAt(at(server, Duration.ofDays(2)))));
      ask(day, server);

      assertThat(broken).isEmpty();
      assertThat(day.warmline.events().listEvents().items())
          .allSatisfy(AnswersKeepTheContractTest::carriesItsData);
    }
  }

  private static void ask(Day day, FakeWarmline server) {
    var warmline = day.warmline;
    var ana = day.lead("Ana", "212-555-0123", 1);
    var callback =
        warmline
            .callbacks()
            .createCallback(
                new NewCallback().leadId(ana.getId()).dueAt(at(server, Duration.ofDays(1))));
    warmline.callbacks().getCallback(callback.value().getId());
    warmline.callbacks().listCallbacks(CallbackFilter.all().due(false));
    warmline
        .callbacks()
        .cancelCallback(callback.value().getId(), new CancelCallback().reason("Wrong lead"));
    var meeting =
        warmline
            .appointments()
            .createAppointment(
                new NewAppointment().leadId(ana.getId()).startsAt(at(server, Duration.ofDays(3))));
    warmline.appointments().confirmAppointment(meeting.value().getId(), new ConfirmAppointment());
    warmline
        .appointments()
        .cancelAppointment(
            meeting.value().getId(), new CancelAppointment().cancelledBy(CancelledBy.PROSPECT));
    warmline.appointments().listAppointments();
    warmline.leads().listLeads(LeadFilter.all().campaignId(day.campaign));
    warmline.leads().getLead(ana.getId());
    warmline.calls().listCalls();
    warmline.campaigns().pauseCampaign(day.campaign);
    warmline.campaigns().resumeCampaign(day.campaign);
    day.log(Disposition.DO_NOT_CALL);
    for (String path : List.of("/v1/claims/" + ana.getId(), "/v1/leads/1")) {
      try {
        warmline.raw().send("GET", path);
      } catch (io.warmline.sdk.WarmlineException e) {
        assertThat(e.status()).isBetween(400, 404);
      }
    }
  }

  private static OffsetDateTime at(FakeWarmline server, Duration in) {
    return server.clock().instant().plus(in).atOffset(ZoneOffset.UTC);
  }

  /** The data of an event has what the contract's schema of its type requires. */
  private static void carriesItsData(io.warmline.sdk.model.Event event) {
    JsonNode schemas = contract().path("schemas");
    String reference =
        schemas
            .at("/Event/properties/data/x-data-by-type")
            .path(event.getType())
            .asText("no such type");
    JsonNode schema = contract().path("schemas").path(reference.replaceAll(".*/", ""));
    JsonNode data = new JsonMapper().valueToTree(event.getData());
    assertThat(schema.isObject()).as(event.getType()).isTrue();
    assertThat(new Shapes(schemas).mistakes(data, schema)).as(event.getType()).isEmpty();
    data.fieldNames()
        .forEachRemaining(
            name ->
                assertThat(schema.path("properties").has(name))
                    .as(event.getType() + " " + name)
                    .isTrue());
  }

  private static JsonNode contract() {
    try (InputStream stream = Contract.class.getResourceAsStream("contract.json")) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whoever asks as the examples of the contract ask gets their answers, in every operation. */
  @Test
  void everyOtherOperationAnswersItsExample() throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    TreeSet<String> answered = new TreeSet<>();
    try (FakeWarmline server = FakeWarmline.start()) {
      server.onAnswer(this::hold);
      Firm firm = new Firm(java.time.Clock.systemUTC());
      for (JsonNode operation : contract().path("operations")) {
        String id = operation.path("id").asText();
        if (firm.does(id) || id.equals("streamEvents")) {
          continue;
        }
        HttpResponse<String> answer =
            http.send(asInExample(server, operation), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
            .as(id + " " + answer.body())
            .isEqualTo(operation.at("/answer/status").asInt());
        assertThat(answer.headers().firstValue("Warmline-Fake")).as(id).contains("example");
        answered.add(id);
      }
    }
    assertThat(broken).isEmpty();
    assertThat(answered).contains("getActivityReport", "createWebhook").hasSizeGreaterThan(90);
  }

  private static HttpRequest asInExample(FakeWarmline server, JsonNode operation) {
    String path = operation.path("path").asText();
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      String value = parameter.at("/examples/0").asText();
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", value.replace("+", "%2B"));
      } else if (parameter.path("in").asText().equals("query")
          && parameter.path("required").asBoolean()) {
        query
            .append(query.isEmpty() ? "?" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    String type = "";
    String body = "";
    for (Map.Entry<String, JsonNode> one : operation.path("bodies").properties()) {
      if (type.isEmpty()) {
        JsonNode example = one.getValue().at("/examples/0");
        type = one.getKey();
        body = example.isTextual() ? example.asText() : example.toString();
      }
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path + query))
            .method(operation.path("method").asText(), HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + server.apiKey());
    return (type.isEmpty() ? request : request.header("Content-Type", type)).build();
  }
}
