package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Campaigns, agents and leads, as a firm keeps them. */
final class Registers {
  private static final Set<String> FAKED_IN_LEADS =
      Set.of(
          "campaignId",
          "externalId",
          "title",
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "email",
          "website",
          "phones",
          "timeZone",
          "score",
          "notes",
          "tags",
          "customFields");

  private static final Set<String> FIXED_IN_LEADS = Set.of("campaignId", "phones", "timeZone");

  private static final Set<String> FAKED_IN_CAMPAIGNS =
      Set.of(
          "name", "description", "defaultCountry", "timeZone", "callingHours", "policy", "retries");

  private static final Set<String> FAKED_POLICY =
      Set.of(
          "maxAttempts",
          "maxAttemptsPerNumberPerDay",
          "minMinutesBetweenAttempts",
          "leaseSeconds",
          "callbackGraceMinutes",
          "callbackDefaultDelayMinutes",
          "confirmation");

  private final Book book;

  Registers(Book book) {
    this.book = book;
  }

  Reply createCampaign(Asked.Call call) {
    requireFaked(call.body(), FAKED_IN_CAMPAIGNS, "campaigns");
    requireFaked(call.body().path("policy"), FAKED_POLICY, "policies");
    if (!call.body().at("/policy/confirmation").asText("NONE").equals("NONE")) {
      throw Refusal.notFaked("A campaign that confirms its meetings.");
    }
    requireZone(call.body().path("timeZone"), "/timeZone");
    ObjectNode fields = Asked.Call.none();
    fields.setAll(call.body());
    fields.put("audience", "B2B").putArray("callingRules");
    fields.set("callingHours", hours(call.body().path("callingHours")));
    fields.set("policy", defaults(call.body().path("policy"), policy()));
    fields.set("retries", defaults(call.body().path("retries"), retries()));
    fields.put("status", "ACTIVE");
    Thing campaign = book.add(Kind.CAMPAIGN, stamped(fields));
    book.tell("campaign.created", campaign, book.now());
    return campaign.created("/v1/campaigns");
  }

  Reply listCampaigns(Asked.Call call) {
    return book.page(book.all(Kind.CAMPAIGN), call);
  }

  Reply getCampaign(Asked.Call call) {
    return campaign(call).reply(200);
  }

  Reply pauseCampaign(Asked.Call call) {
    return turn(campaign(call), "PAUSED", "campaign.paused");
  }

  Reply resumeCampaign(Asked.Call call) {
    return turn(campaign(call), "ACTIVE", "campaign.resumed");
  }

  private Reply turn(Thing campaign, String status, String event) {
    if (!campaign.is("status", status)) {
      campaign.set("status", status).changed(book.now());
      book.tell(event, campaign, book.now());
    }
    return campaign.reply(200);
  }

  private Thing campaign(Asked.Call call) {
    return book.get(Kind.CAMPAIGN, call.parameter("campaignId"));
  }

  Reply createAgent(Asked.Call call) {
    ObjectNode fields = call.body().deepCopy();
    if (!fields.has("languages")) {
      fields.putArray("languages");
    }
    Thing agent = book.add(Kind.AGENT, stamped(fields));
    book.tell("agent.created", agent, book.now());
    return agent.created("/v1/agents");
  }

  Reply listAgents(Asked.Call call) {
    return book.page(book.all(Kind.AGENT), call);
  }

  Reply getAgent(Asked.Call call) {
    return book.get(Kind.AGENT, call.parameter("agentId")).reply(200);
  }

  Reply updateAgent(Asked.Call call) {
    Thing agent = book.get(Kind.AGENT, call.parameter("agentId"));
    merge(agent.node(), call.body());
    agent.changed(book.now());
    book.tell("agent.updated", agent, book.now());
    return agent.reply(200);
  }

  Reply createLead(Asked.Call call) {
    requireFaked(call.body(), FAKED_IN_LEADS, "leads");
    Thing campaign = book.get(Kind.CAMPAIGN, call.body().path("campaignId").asText());
    requireZone(call.body().path("timeZone"), "/timeZone");
    ObjectNode fields = Asked.Call.none();
    fields.put("outcome", "CREATED");
    fields.put("status", "COLD").put("score", 0).put("attempts", 0).putObject("customFields");
    fields.setAll(call.body());
    fields.putArray("phones");
    int at = 0;
    for (JsonNode phone : call.body().path("phones")) {
      String number = number(phone.asText(), campaign, "/phones/" + at++);
      requireNew(campaign, number);
      addPhone(fields, number, campaign);
    }
    Thing lead = book.add(Kind.LEAD, stamped(fields));
    Reply created = lead.created("/v1/leads");
    lead.node().remove("outcome");
    book.tell("lead.created", lead, book.now()).put("campaignId", campaign.id());
    return created;
  }

  private static void addPhone(ObjectNode lead, String number, Thing campaign) {
    boolean stated = lead.has("timeZone");
    ObjectNode phone = lead.withArray("phones").addObject();
    phone.put("number", number).put("type", "UNDETERMINED").put("status", "CALLABLE");
    phone
        .putArray("candidateZones")
        .add(stated ? lead.path("timeZone").asText() : campaign.text("timeZone"));
    phone.put("zoneSource", stated ? "EXPLICIT" : "CAMPAIGN_DEFAULT").putArray("jurisdictions");
  }

  /** A server merges two leads of a campaign with one number. */
  private void requireNew(Thing campaign, String number) {
    boolean known =
        book.all(Kind.LEAD)
            .filter(lead -> lead.is("campaignId", campaign.id()))
            .anyMatch(
                lead -> lead.node().path("phones").findValuesAsText("number").contains(number));
    if (known) {
      throw Refusal.notFaked("A lead of this campaign has the number already: they are merged.");
    }
  }

  Reply listLeads(Asked.Call call) {
    for (String unknown :
        List.of("phone", "updatedAfter", "importId", "companyOf", "savedFilterId")) {
      requireNo(call, unknown);
    }
    return book.page(
        filtered(Kind.LEAD, call, "campaignId", "status", "email", "externalId")
            .filter(
                lead ->
                    call.query("tag").stream().allMatch(tag -> has(lead.node().path("tags"), tag))),
        call);
  }

  Reply getLead(Asked.Call call) {
    return book.get(Kind.LEAD, call.parameter("leadId")).reply(200);
  }

  Reply updateLead(Asked.Call call) {
    Thing lead = book.get(Kind.LEAD, call.parameter("leadId"));
    for (String field : names(call.body())) {
      if (!FAKED_IN_LEADS.contains(field) || FIXED_IN_LEADS.contains(field)) {
        throw Refusal.notFaked("A change of " + field + " of a lead has consequences.");
      }
    }
    merge(lead.node(), call.body());
    lead.changed(book.now());
    book.tell("lead.updated", lead, book.now()).put("campaignId", lead.text("campaignId"));
    return lead.reply(200);
  }

  Stream<Thing> filtered(Kind kind, Asked.Call call, String... fields) {
    return book.all(kind)
        .filter(
            thing -> {
              for (String field : fields) {
                if (call.query(field).isPresent()
                    && !thing.is(field, call.query(field).orElseThrow())) {
                  return false;
                }
              }
              return true;
            });
  }

  static void requireNo(Asked.Call call, String parameter) {
    if (call.query(parameter).isPresent()) {
      throw Refusal.notFaked(
          "The parameter " + parameter + " of " + call.asked().operation() + ".");
    }
  }

  static void requireFaked(JsonNode body, Set<String> known, String what) {
    for (String field : names(body)) {
      if (!known.contains(field)) {
        throw Refusal.notFaked("The field " + field + " of " + what + " has consequences.");
      }
    }
  }

  static List<String> names(JsonNode body) {
    return body.properties().stream().map(Map.Entry::getKey).toList();
  }

  static boolean has(JsonNode texts, String text) {
    for (JsonNode one : texts) {
      if (one.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        target.remove(field.getKey());
      } else if (field.getValue().isObject()) {
        merge(target.withObject("/" + field.getKey()), field.getValue());
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }

  private ObjectNode stamped(ObjectNode fields) {
    String now = book.now().toString();
    return fields.put("createdAt", now).put("updatedAt", now);
  }

  /** E.164, or a national number of the United States and Canada. */
  static String number(String written, Thing campaign, String pointer) {
    String digits = written.replaceAll("[ ().-]", "");
    if (digits.matches("\\+[1-9][0-9]{6,14}")) {
      return digits;
    }
    boolean american = campaign.is("defaultCountry", "US") || campaign.is("defaultCountry", "CA");
    if (american && digits.matches("[2-9][0-9]{9}")) {
      return "+1" + digits;
    }
    throw Refusal.invalid(
        pointer, "INVALID_PHONE_NUMBER", "is no number in E.164, which the fake server wants");
  }

  private static void requireZone(JsonNode zone, String pointer) {
    try {
      if (!zone.isMissingNode()) {
        ZoneId.of(zone.asText());
      }
    } catch (DateTimeException e) {
      throw Refusal.invalid(pointer, "INVALID_VALUE", "is no time zone");
    }
  }

  private static JsonNode hours(JsonNode given) {
    if (!given.isMissingNode()) {
      return given;
    }
    ObjectNode hours = Asked.Call.none();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      hours.putArray(day).addObject().put("from", "09:00").put("to", "20:00");
    }
    hours.putArray("saturday").addObject().put("from", "10:00").put("to", "17:00");
    return hours;
  }

  private static ObjectNode policy() {
    return Asked.Call.none()
        .put("maxAttempts", 7)
        .put("maxAttemptsPerNumberPerDay", 3)
        .put("minMinutesBetweenAttempts", 240)
        .put("leaseSeconds", 300)
        .put("callbackGraceMinutes", 15)
        .put("callbackDefaultDelayMinutes", 1440)
        .put("confirmation", "NONE");
  }

  private static ObjectNode retries() {
    return Asked.Call.none()
        .put("busyMinutes", 30)
        .put("technicalFailureMinutes", 15)
        .put("voicemailNoMessageMinutes", 1440)
        .put("voicemailLeftMinutes", 2880)
        .put("abandonedMinutes", 4320)
        .put("hungUpMinutes", 10080)
        .put("liveMessageMinutes", 2880)
        .put("notInterestedMinutes", 129600);
  }

  private static ObjectNode defaults(JsonNode given, ObjectNode usual) {
    if (given.isObject()) {
      usual.setAll((ObjectNode) given);
    }
    return usual;
  }
}
