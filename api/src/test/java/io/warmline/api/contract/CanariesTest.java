package io.warmline.api.contract;

import static io.warmline.api.contract.World.AGENT;
import static io.warmline.api.contract.World.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.WholeDatabase;
import io.warmline.core.housekeeping.Housekeeping;
import io.warmline.core.housekeeping.WorkOnFiles;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A word that stands nowhere else is planted in every field of the contract in which words about a
 * person may stand. When the person is erased, none of them is anywhere in the database; and at no
 * time is one in the log, the metrics or a span.
 */
@QuarkusTest
@TestProfile(ContractProfile.class)
class CanariesTest extends Walk {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is read as a time, a place or an exception, and refused if it is something else: there no
   * word about a person can stand alone.
   */
  private static final Set<String> READ_AND_NOT_KEPT =
      Set.of(
          "amendCall /appointment/overrideReason",
          "amendCall /appointment/words",
          "amendCall /callback/words",
          "confirmAppointment /overrideReason",
          "createAppointment /words",
          "logCall /appointment/overrideReason",
          "logCall /appointment/words",
          "logCall /statedPlace/postalCode",
          "logCall /statedPlace/region",
          "rescheduleAppointment /words",
          "updateCallback /words");

  @Inject Housekeeping housekeeping;
  @Inject WorkOnFiles files;
  @Inject SpansSeen spans;

  private final Canaries canaries = new Canaries();
  private final List<String> leads = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private World world;
  private int numbers;

  @Test
  void noWordAboutAPersonIsLeftWhenThePersonIsErased() throws SQLException {
    List<String> leaks = new ArrayList<>();
    try (LogSeen log = new LogSeen()) {
      world = world();
      everythingThatIsSaidOfSomebody();
      assertThat(WholeDatabase.rowsHaving(Canaries.SPECIES)).hasSizeGreaterThan(40);

      eraseEverybody();

      leaks.addAll(canaries.originsIn(log.text(), "the log"));
      leaks.addAll(canaries.originsIn(spans.text(), "a span"));
      leaks.addAll(canaries.originsIn(wire.sendUnchecked(get("/q/metrics")).text(), "the metrics"));
    }
    for (String row : WholeDatabase.rowsHaving(Canaries.SPECIES)) {
      leaks.addAll(canaries.originsIn(row, row.substring(0, row.indexOf(':'))));
    }

    Set<String> unplanted = new TreeSet<>(PersonalFields.all());
    unplanted.removeAll(READ_AND_NOT_KEPT);
    unplanted.removeAll(canaries.fields());
    assertSoftly(
        soft -> {
          soft.assertThat(refused).as("requests that were refused").isEmpty();
          soft.assertThat(unplanted).as("fields in which no word was planted").isEmpty();
          soft.assertThat(new TreeSet<>(leaks)).as("words that are left").isEmpty();
        });
  }

  private void everythingThatIsSaidOfSomebody() {
    leadsAndTheirChanges();
    aFile();
    signalsAndLinks();
    claims();
    calls();
    amendments();
    promises();
    meetings();
    handOffs();
    complaints();
    reviews();
    refusals();
    questions();
    housekeeping.now();
    files.imports();
  }

  /** All that is there, those who were referred and those of the file too. */
  private void eraseEverybody() {
    String next = "";
    Set<String> everybody = new TreeSet<>();
    do {
      Message list = get("/v1/leads").asking("limit", "200").key(world.key());
      JsonNode page = send(next.isEmpty() ? list : list.asking("cursor", next), 200);
      page.path("items").forEach(lead -> everybody.add(lead.path("id").asText()));
      next = page.path("nextCursor").asText();
    } while (!next.isEmpty());
    assertThat(everybody).containsAll(leads);
    for (String lead : everybody) {
      post("eraseLead", "/v1/leads/" + lead + "/erase", "{'reason':'asked for'}");
    }
    housekeeping.now();
  }

  private void leadsAndTheirChanges() {
    String everything =
        "'title':'~','firstName':'~','lastName':'~','company':'~','jobTitle':'~',"
            + "'email':'~@example.com','website':'https://~.example/','notes':'~',"
            + "'address':{'street':'~','city':'~','county':'~','region':'~','postalCode':'~','country':'SE'},"
            + "'statedPlace':{'country':'SE','region':'~','postalCode':'~'},'tags':['~'],"
            + "'consent':{'kind':'WRITTEN','givenAt':'2026-01-01T00:00:00Z','evidence':'~','scope':'~','source':'~'},"
            + "'customFields':{'~':'~'}";
    String lead =
        id(
            post(
                "createLead",
                "/v1/leads",
                "{'campaignId':'%s','externalId':'~','phones':['%s'],%s}"
                    .formatted(CAMPAIGN, number(), everything)));
    leads.add(lead);
    change("updateLead", "/v1/leads/" + lead, "{'externalId':'~','phones':['" + number() + "']}");
    change("updateLead", "/v1/leads/" + lead, "{" + everything + "}");
    String path =
        "/v1/campaigns/" + CAMPAIGN + "/leads/" + canaries.text("upsertLead", "path", "~");
    leads.add(
        id(
            send(
                message(
                    "PUT",
                    path,
                    "upsertLead",
                    "{'phones':['" + number() + "']," + everything + "}"),
                0)));
  }

  /** One row is taken, and one in part: what was not taken of it is kept to be mended. */
  private void aFile() {
    String csv =
        "first_name,last_name,phone1,notes,hobby\n"
            + canaries.text("startImport", "row", "~,~,")
            + number()
            + canaries.text("startImport", "row", ",~,~\n~,~,")
            + number()
            + canaries.text("startImport", "row", " or 12 or ~,~,~\n");
    send(
        new Message(
                "POST",
                "/v1/campaigns/" + CAMPAIGN + "/imports",
                Map.of(),
                Map.of("Content-Type", "text/csv"),
                csv.getBytes(StandardCharsets.UTF_8),
                false)
            .key(world.key()),
        0);
    files.imports();
  }

  private void signalsAndLinks() {
    String lead = lead();
    change("updateLead", "/v1/leads/" + lead, "{'externalId':'~','email':'~@example.com'}");
    JsonNode now = send(get("/v1/leads/" + lead).key(world.key()), 200);
    String signal =
        "'type':'FORM_SUBMITTED','url':'https://~.example/','userAgent':'~ Firefox','eventId':'~'";
    post(
        "recordSignals", "/v1/signals", "{'signals':[{'leadId':'%s',%s}]}".formatted(lead, signal));
    post(
        "recordSignals",
        "/v1/signals",
        "{'signals':[{'campaignId':'%s','externalId':'%s',%s},{'campaignId':'%s','email':'%s',%s}]}"
            .formatted(
                CAMPAIGN,
                now.path("externalId").asText(),
                signal,
                CAMPAIGN,
                now.path("email").asText(),
                signal));
    post(
        "recordSignals",
        "/v1/signals",
        "{'signals':[{'campaignId':'%s','externalId':'~','type':'REPLY'},{'campaignId':'%s','email':'~@example.com','type':'REPLY'}]}"
            .formatted(CAMPAIGN, CAMPAIGN));
    post(
        "createTrackedLink",
        "/v1/leads/" + lead + "/tracked-links",
        "{'url':'https://~.example/?for=~'}");
  }

  private void claims() {
    lead();
    JsonNode claim = post("claimNextLead", "/v1/claims", "{'agentId':'" + AGENT + "'}");
    post(
        "releaseClaim",
        "/v1/claims/" + id(claim) + "/release",
        "{'agentId':'" + AGENT + "','reason':'SKIPPED','note':'~'}");
  }

  private void calls() {
    call(
        lead(),
        "'disposition':'CALLBACK_REQUESTED','notes':'~','callback':{'dueAt':'2026-12-18T15:15:00Z','words':'call"
            + " ~ in a month','note':'~'}");
    String anew = lead();
    call(anew, "'disposition':'NOT_QUALIFIED','reason':'~'," + qualification());
    change(
        "updateLead",
        "/v1/leads/" + anew,
        "{'statusChange':{'to':'COLD','agentId':'" + AGENT + "','reason':'~'}}");
    call(lead(), "'disposition':'REFERRED_TO_OTHER'," + referral());
    call(
        lead(), "'disposition':'APPOINTMENT_SET','appointment':" + meeting("2026-12-01T15:00:00Z"));
    call(lead(), "'disposition':'DO_NOT_CALL','notes':'~'");
  }

  private void amendments() {
    amend("'notes':'~'," + qualification());
    amend(
        "'disposition':'CALLBACK_REQUESTED','callback':{'dueAt':'2026-12-18T15:15:00Z','note':'~'}");
    amend("'disposition':'NOT_QUALIFIED','reason':'~'");
    amend("'disposition':'REFERRED_TO_OTHER'," + referral());
    amend("'disposition':'APPOINTMENT_SET','appointment':" + meeting("2026-12-02T15:00:00Z"));
  }

  private void amend(String changes) {
    JsonNode logged = call(lead(), "'disposition':'WARM_INTERESTED','notes':'~'");
    change(
        "amendCall", "/v1/calls/" + logged.path("call").path("id").asText(), "{" + changes + "}");
  }

  private void reviews() {
    JsonNode logged =
        call(lead(), "'disposition':'WARM_INTERESTED','recordingUrl':'https://~.example/1'");
    String path = "/v1/calls/" + logged.path("call").path("id").asText();
    send(message("PUT", path + "/recording", "setRecording", "{'url':'https://~.example/2'}"), 0);
    String said =
        "{'reviewerId':'%s','scores':[{'criterion':'~','score':80}],'note':'~'}".formatted(AGENT);
    String review = id(post("createReview", path + "/reviews", said));
    send(
        message("PUT", path + "/reviews/" + review, "correctReview", said).with("If-Match", "*"),
        0);
  }

  private void promises() {
    JsonNode promise =
        post(
            "createCallback",
            "/v1/callbacks",
            "{'leadId':'%s','dueAt':'2026-12-18T15:15:00Z','words':'call ~','note':'~'}"
                .formatted(lead()));
    String path = "/v1/callbacks/" + id(promise);
    change("updateCallback", path, "{'dueAt':'2026-12-19T15:15:00Z','note':'~'}");
    post("cancelCallback", path + "/cancel", "{'reason':'~'}");
  }

  private void meetings() {
    String called = appointment("2026-12-03T15:00:00Z");
    post("rescheduleAppointment", path(called) + "/reschedule", meeting("2026-12-04T15:00:00Z"));
    String cancelled = appointment("2026-12-07T15:00:00Z");
    post("cancelAppointment", path(cancelled) + "/cancel", "{'cancelledBy':'CLIENT','reason':'~'}");
    String bad = begun("2026-12-08T15:00:00Z");
    post(
        "recordAttendance",
        path(bad) + "/attendance",
        "{'outcome':'HELD','verdict':'BAD_LEAD','evidence':'~'}");
    String corrected = begun("2026-12-09T15:00:00Z");
    post("recordAttendance", path(corrected) + "/attendance", "{'outcome':'NO_SHOW'}");
    post(
        "correctAttendance",
        path(corrected) + "/correct-attendance",
        "{'outcome':'HELD','verdict':'BAD_LEAD','evidence':'~','reason':'~'}");
    lostAndUndecided("2026-12-10T15:00:00Z", "{'outcome':'LOST','reason':'~'}");
    JsonNode undecided =
        lostAndUndecided("2026-12-11T15:00:00Z", "{'outcome':'NO_DECISION','nextStep':'~'}");
    post(
        "correctOutcome",
        "/v1/outcomes/" + id(undecided) + "/correct",
        "{'reason':'~','right':{'outcome':'LOST','reason':'~'}}");
    JsonNode lost = lostAndUndecided("2026-12-14T15:00:00Z", "{'outcome':'LOST','reason':'~'}");
    post(
        "correctOutcome",
        "/v1/outcomes/" + id(lost) + "/correct",
        "{'reason':'~','right':{'outcome':'NO_DECISION','nextStep':'~'}}");
  }

  private JsonNode lostAndUndecided(String startsAt, String outcome) {
    String held = begun(startsAt);
    post(
        "recordAttendance", path(held) + "/attendance", "{'outcome':'HELD','verdict':'QUALIFIED'}");
    return post("recordAppointmentOutcome", path(held) + "/outcomes", outcome);
  }

  private static String path(String appointment) {
    return "/v1/appointments/" + appointment;
  }

  private String appointment(String startsAt) {
    String meeting = meeting(startsAt);
    return id(
        post(
            "createAppointment",
            "/v1/appointments",
            "{'leadId':'" + lead() + "'," + meeting.substring(1)));
  }

  private String begun(String startsAt) {
    String appointment = appointment(startsAt);
    world.sql(
        "update appointment set starts_at = '2026-11-18T14:00:00Z', ends_at ="
            + " '2026-11-18T14:30:00Z' where tenant_id = '%s' and id = '"
            + appointment
            + "'");
    return appointment;
  }

  private void handOffs() {
    String taken = handOff();
    post("acceptHandoff", "/v1/handoffs/" + taken + "/accept", "{'comment':'~'}");
    post(
        "recordHandoffOutcome",
        "/v1/handoffs/" + taken + "/outcomes",
        "{'outcome':'LOST','reason':'~'}");
    String undecided = handOff();
    post("acceptHandoff", "/v1/handoffs/" + undecided + "/accept", "{'comment':'~'}");
    post(
        "recordHandoffOutcome",
        "/v1/handoffs/" + undecided + "/outcomes",
        "{'outcome':'NO_DECISION','nextStep':'~'}");
    post(
        "returnHandoff",
        "/v1/handoffs/" + handOff() + "/return",
        "{'reason':'NO_NEED','comment':'~'}");
  }

  private String handOff() {
    String campaign =
        id(
            world.post(
                "/v1/campaigns",
                "{\"name\":\"Warm"
                    + " leads\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\","
                    + "\"policy\":{\"deliverable\":\"WARM_LEAD\"}}",
                201));
    return call(leadOf(campaign), "'disposition':'QUALIFIED'," + qualification())
        .path("call")
        .path("handoffId")
        .asText();
  }

  private void complaints() {
    JsonNode complaint =
        post("createComplaint", "/v1/complaints", "{'leadId':'" + lead() + "','words':'~'}");
    post("closeComplaint", "/v1/complaints/" + id(complaint) + "/close", "{'note':'~'}");
  }

  /** One on a number that the lead has, and one on a number that it had. */
  private void refusals() {
    for (boolean moves : new boolean[] {false, true}) {
      String lead = lead();
      String number =
          send(get("/v1/leads/" + lead).key(world.key()), 200).at("/phones/0/number").asText();
      JsonNode entry =
          post(
              "addSuppression",
              "/v1/suppressions",
              "{'phone':'" + number + "','scope':'TENANT','reason':'~'}");
      if (moves) {
        change("updateLead", "/v1/leads/" + lead, "{'phones':['" + number() + "']}");
      }
      post("removeSuppression", "/v1/suppressions/" + id(entry) + "/remove", "{'evidence':'~'}");
    }
  }

  /** They are answered, and nothing of them is kept. */
  private void questions() {
    String lead = lead();
    post(
        "interpretPhrase",
        "/v1/callback-phrases/interpret",
        "{'words':'ask ~ in a month','leadId':'" + lead + "'}");
    String call = "{'leadId':'%s','agentId':'%s',".formatted(lead, AGENT);
    post(
        "renderTalkTrack",
        "/v1/talk-tracks/render",
        call
            + "'kind':'CALLBACK','facts':{'prospect':'~','agentName':'Dave Miller','companyName':'ABC',"
            + "'firstTalk':'a few weeks ago','suggestion':'that I reach out to you in a month',"
            + "'objective':'to set up an appointment','concreteTime':'this Thursday at 2 pm'}}");
    post(
        "renderTalkTrack",
        "/v1/talk-tracks/render",
        call + "'kind':'BUSY_REPLY','template':'{{concreteDay}}, ~?'}");
    post(
        "checkCallability",
        "/v1/calling-rules/check",
        "{'phone':'%s','at':'2026-11-19T15:05:00Z','address':{'street':'~','city':'~','county':'~','region':'~','postalCode':'~','country':'SE'}}"
            .formatted(number()));
  }

  private static String qualification() {
    return "'qualification':{'goodProspect':true,'fits':true,'understandsOffer':true,'words':'~',"
        + "'answers':[{'question':'~','answer':'~'}]}";
  }

  private String referral() {
    return "'referral':{'phone':'" + number() + "','firstName':'~','lastName':'~','jobTitle':'~'}";
  }

  private static String meeting(String startsAt) {
    return "{'startsAt':'"
        + startsAt
        + "','place':'~','link':'https://~.example/','withWhom':'~','attendees':['~'],'need':'~','notes':'~'}";
  }

  private String lead() {
    return leadOf(CAMPAIGN);
  }

  private String leadOf(String campaign) {
    String lead =
        id(
            post(
                "createLead",
                "/v1/leads",
                "{'campaignId':'%s','phones':['%s'],'firstName':'~','timeZone':'America/New_York'}"
                    .formatted(campaign, number())));
    leads.add(lead);
    return lead;
  }

  private String number() {
    numbers++;
    return String.format(Locale.ROOT, "+1504622%04d", numbers);
  }

  private JsonNode call(String lead, String more) {
    return post(
        "logCall", "/v1/calls", "{'leadId':'%s','agentId':'%s',%s}".formatted(lead, AGENT, more));
  }

  private JsonNode post(String operation, String path, String body) {
    return send(message("POST", path, operation, body), 0);
  }

  private JsonNode change(String operation, String path, String body) {
    return send(
        message("PATCH", path, operation, body)
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", "*"),
        0);
  }

  private Message message(String method, String path, String operation, String body) {
    return new Message(
            method,
            path,
            Map.of(),
            Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                canaries.text(operation, "Idempotency-Key", "~")),
            planted(operation, body).getBytes(StandardCharsets.UTF_8),
            false)
        .key(world.key());
  }

  private String planted(String operation, String body) {
    try {
      return canaries.in(operation, JSON.readTree(body.replace('\'', '"'))).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }

  /** What is refused is told at the end, with all else. */
  private JsonNode send(Message message, int status) {
    Answer answer = wire.send(message);
    boolean done = status == 0 ? answer.status() < 300 : answer.status() == status;
    if (!done) {
      refused.add("%s %s: %s".formatted(message.target(), message.text(), answer));
    }
    return done ? answer.json() : JSON.createObjectNode();
  }

  private static String id(JsonNode made) {
    return made.path("id").asText();
  }
}
