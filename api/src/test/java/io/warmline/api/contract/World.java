package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.contract.Newcomers.Newcomer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** A tenant in which everything has the id by which the examples of the contract know it. */
final class World {

  static final String CAMPAIGN = "0198f1a0-0001-7000-8000-000000000001";
  static final String SECOND_CAMPAIGN = "0198f1a0-0001-7000-8000-000000000002";
  static final String AGENT = "0198f1a0-0002-7000-8000-000000000001";
  static final String SECOND_AGENT = "0198f1a0-0002-7000-8000-000000000002";
  static final String LEAD = "0198f1a0-0003-7000-8000-000000000001";
  static final String NEW_LEAD = "0198f1a0-0003-7000-8000-000000000003";
  static final String IMPORT = "0198f1a0-0004-7000-8000-000000000001";
  static final String CLAIM = "0198f1a0-0005-7000-8000-000000000001";
  static final String CALL = "0198f1a0-0006-7000-8000-000000000001";
  static final String CALLBACK = "0198f1a0-0007-7000-8000-000000000001";
  static final String SUPPRESSION = "0198f1a0-0008-7000-8000-000000000001";

  static final String COMPLAINT = "0198f1a0-0019-7000-8000-000000000001";
  static final String REVIEW = "0198f1a0-002f-7000-8000-000000000001";

  static final String SAVED_FILTER = "0198f1a0-0030-7000-8000-000000000001";
  static final String SPARE_SAVED_FILTER = "0198f1a0-0030-7000-8000-000000000002";

  static final String BULK = "0198f1a0-0018-7000-8000-000000000001";

  static final String APPOINTMENT = "0198f1a0-0014-7000-8000-000000000001";

  static final String CLIENT = "0198f1a0-0009-7000-8000-000000000001";

  // What the examples end has ids of its own.
  static final String EMPTY_CAMPAIGN = "0198f1a0-0001-7000-8000-000000000004";
  static final String FORMER_AGENT = "0198f1a0-0002-7000-8000-000000000004";
  static final String UNCALLED_LEAD = "0198f1a0-0003-7000-8000-000000000004";
  static final String LEAD_TO_ERASE = "0198f1a0-0003-7000-8000-000000000005";
  static final String UNUSED_CLIENT = "0198f1a0-0009-7000-8000-000000000002";
  static final String SPARE_PROGRAMME = "0198f1a0-000e-7000-8000-000000000002";
  static final String RETURNED_HANDOFF = "0198f1a0-0010-7000-8000-000000000002";
  static final String BEGUN_APPOINTMENT = "0198f1a0-0014-7000-8000-000000000002";
  static final String HELD_APPOINTMENT = "0198f1a0-0014-7000-8000-000000000004";
  static final String MISTAKEN_APPOINTMENT = "0198f1a0-0014-7000-8000-000000000005";
  static final String CANCELLED_APPOINTMENT = "0198f1a0-0014-7000-8000-000000000003";
  static final String SUPPRESSION_IMPORT = "0198f1a0-000a-7000-8000-000000000001";
  static final String REGISTRY = "0198f1a0-000b-7000-8000-000000000001";

  static final String HANDOFF = "0198f1a0-0010-7000-8000-000000000001";
  static final String OUTCOME = "0198f1a0-0015-7000-8000-000000000001";
  static final String PROGRAMME = "0198f1a0-000e-7000-8000-000000000001";
  static final String FOLLOW_UP = "0198f1a0-0013-7000-8000-000000000001";
  static final String TRACKED_LINK = "0198f1a0-0011-7000-8000-000000000001";

  static final String TENANT = "0198f1a0-001a-7000-8000-000000000001";
  static final String WEBHOOK = "0198f1a0-0016-7000-8000-000000000001";
  static final String DELIVERY = "0198f1a0-0017-7000-8000-000000000001";
  static final String API_KEY = "0198f1a0-0015-7000-8000-000000000001";

  /** That of the example. */
  static final String LINK_TOKEN = "Zm9yLWV4YW1wbGUtb25seS0t";

  /** That of the example. */
  static final String CALENDAR_TOKEN = "Zm9yLWV4YW1wbGUtb25seS0tLS0tLS0tLS0tLS0tLS0";

  private final Wire wire;
  private final Superuser superuser;
  private final Newcomer owner;

  World(Wire wire, Superuser superuser, Newcomer owner) {
    this.wire = wire;
    this.superuser = superuser;
    this.owner = owner;
    rename(example("createCampaign", Map.of(), 201), "id", CAMPAIGN);
    rename(
        post(
            "/v1/campaigns",
            ContractFile.operation("createCampaign").requests().get("application/json").toString(),
            201),
        "id",
        SECOND_CAMPAIGN);
    rename(post("/v1/agents", "{\"name\":\"Ada Lovelace\"}", 201), "id", SECOND_AGENT);
    rename(example("createAgent", Map.of(), 201), "id", AGENT);
    rename(example("upsertLead", Map.of(), 201), "id", LEAD);
  }

  String key() {
    return owner.key();
  }

  String tenant() {
    return owner.tenant();
  }

  Wire wire() {
    return wire;
  }

  /** The lead that has no promise yet. */
  World newLead() {
    String body =
        ContractFile.operation("createLead").requests().get("application/json").toString();
    rename(post("/v1/leads", body, 201), "id", NEW_LEAD);
    return this;
  }

  World savedFilter() {
    rename(example("createSavedFilter", Map.of(), 201), "id", SAVED_FILTER);
    return this;
  }

  /** As {@link #savedFilter}, and its campaign is gone. */
  World savedFilterOutdated() {
    return savedFilter()
        .sql(
            "update saved_filter set conditions = jsonb_build_object('campaignId', gen_random_uuid()) where tenant_id = '%s'");
  }

  /** Something that was done to many leads, and to none of them. */
  World bulk() {
    rename(example("createBulkOperation", Map.of(), 202), "id", BULK);
    return sql(
        "update bulk_operation set dry_run = false, status = 'COMPLETED', finished_at = created_at where tenant_id = '%s'");
  }

  /** As {@link #bulk}, and it was only tried. */
  World bulkTried() {
    return sql("update bulk_operation set dry_run = true where tenant_id = '%s'");
  }

  World complaint() {
    rename(example("createComplaint", Map.of(), 201), "id", COMPLAINT);
    return this;
  }

  /** The call was recorded and reviewed. */
  World review() {
    rename(example("createReview", Map.of(), 201), "id", REVIEW);
    return sql(
        "update call set recording_url = 'https://recordings.example/1.mp3' where tenant_id = '%s'");
  }

  /** As {@link #complaint}, and it is closed. */
  World complaintClosed() {
    return sql(
        "update complaint set status = 'CLOSED', closed_at = raised_at where tenant_id = '%s'");
  }

  /** The agent has signed on. */
  World atWork() {
    return post("/v1/agents/" + AGENT + "/sign-on", "{}");
  }

  /** The agent has signed off again. */
  World offWork() {
    return sql(
        "update shift set signed_off_at = seen_at, ended_by = 'AGENT' where tenant_id = '%s' and signed_off_at is null");
  }

  World onBreak() {
    return atWork().post("/v1/agents/" + AGENT + "/presence", "{\"state\":\"BREAK\"}");
  }

  World claim() {
    rename(example("claimNextLead", Map.of(), 201), "id", CLAIM);
    return this;
  }

  /** A call under a claim, and the callback that was promised in it. */
  World call() {
    claim();
    JsonNode logged = example("logCall", Map.of(), 201);
    rename(logged.path("call"), "id", CALL);
    rename(logged.path("callback"), "id", CALLBACK);
    return this;
  }

  /** A lead of another campaign that was offered to the client. */
  World handoff() {
    JsonNode campaign =
        post(
            "/v1/campaigns",
            "{\"name\":\"Warm leads\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\","
                + "\"policy\":{\"deliverable\":\"WARM_LEAD\"}}",
            201);
    JsonNode lead =
        post(
            "/v1/leads",
            ("{\"campaignId\":\"%s\",\"phones\":[\"+15048451429\"],\"firstName\":\"James\","
                    + "\"lastName\":\"Butt\",\"company\":\"Benton\",\"timeZone\":\"America/Chicago\"}")
                .formatted(campaign.path("id").asText()),
            201);
    rename(
        post(
                "/v1/calls",
                """
                {"leadId": "%s", "agentId": "%s", "disposition": "QUALIFIED", "notes": "Wants to talk about backup.",
                 "qualification": {"goodProspect": true, "fits": true, "understandsOffer": true, "words": "Sounds good",
                                   "answers": [{"question": "Who decides?", "answer": "I do"}]}}
                """
                    .formatted(lead.path("id").asText(), AGENT),
                201)
            .path("call"),
        "handoffId",
        HANDOFF);
    return this;
  }

  /** A call after which a message is owed. */
  World followUp() {
    return call().sql("update follow_up set id = '" + FOLLOW_UP + "' where tenant_id = '%s'");
  }

  /** The lead has the link of the example, which in other worlds belongs to nobody any more. */
  World trackedLink() {
    superuser.execute(
        """
        delete from tracked_link where token_hash = sha256('%2$s');
        insert into tracked_link (tenant_id, id, lead_id, token_hash, target_url, created_at)
        values ('%1$s', '%3$s', '%4$s', sha256('%2$s'), 'https://www.chemel.example/', '2026-11-18T15:15:00Z')
        """
            .formatted(tenant(), LINK_TOKEN, TRACKED_LINK, LEAD));
    return this;
  }

  /** The lead was called, and a meeting with it is set. */
  World appointment() {
    return call().meeting();
  }

  private World meeting() {
    String body =
        ContractFile.operation("createAppointment").requests().get("application/json").toString();
    rename(post("/v1/appointments", body.replace(NEW_LEAD, LEAD), 201), "id", APPOINTMENT);
    return this;
  }

  /** As {@link #appointment}, and its time has come. */
  World appointmentBegun() {
    return appointment().begin();
  }

  private World begin() {
    return sql(
        "update appointment set starts_at = '2026-11-18T14:00:00Z', ends_at ="
            + " '2026-11-18T14:30:00Z' where tenant_id = '%s'");
  }

  /** As {@link #appointmentBegun}, and it was held. */
  World held() {
    return appointmentBegun().hold();
  }

  private World hold() {
    return post(
        "/v1/appointments/" + APPOINTMENT + "/attendance",
        "{\"outcome\":\"HELD\",\"verdict\":\"QUALIFIED\"}");
  }

  /** As {@link #held}, and the prospect has bought. */
  World outcome() {
    return held().sale(APPOINTMENT);
  }

  /** A sale that came of the meeting. */
  World sale(String appointment) {
    rename(
        post(
            "/v1/appointments/" + appointment + "/outcomes",
            "{\"outcome\":\"WON\",\"value\":12500,\"currency\":\"USD\"}",
            201),
        "id",
        OUTCOME);
    return this;
  }

  /** As {@link #handoff}, and the client took the lead. */
  World accepted() {
    return handoff().post("/v1/handoffs/" + HANDOFF + "/accept", "{}");
  }

  World suppression() {
    rename(example("addSuppression", Map.of(), 201), "id", SUPPRESSION);
    return this;
  }

  World client() {
    rename(example("createClient", Map.of(), 201), "id", CLIENT);
    return this;
  }

  World programme() {
    rename(example("createProgramme", Map.of(), 201), "id", PROGRAMME);
    return this;
  }

  /** A campaign that calls on behalf of a client. */
  World campaignOf(String client) {
    return post(
        "/v1/campaigns",
        "{\"name\":\"Theirs\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\",\"clientId\":\""
            + client
            + "\"}");
  }

  /** The list of a registry that was received, and one that is in force. */
  World registry() {
    superuser.execute(
        """
        insert into suppression_import (tenant_id, id, registry, jurisdiction, as_of, status, bytes, lines_read, numbers, rejected,
            rejections, created_at)
        values ('%1$s', '%2$s', 'US_NATIONAL', 'US', '2026-11-16', 'QUEUED', 43, 3, 2, 1,
            '[{"line": 4, "code": "INVALID_PHONE_NUMBER", "reason": "too short"}]', '2026-11-18T15:15:00Z');
        insert into registry (tenant_id, id, name, jurisdiction, calling_code, as_of, list_id, numbers, max_age_days, warns_at,
            expires_at, imported_at)
        values ('%1$s', '%3$s', 'US_NATIONAL', 'US', '+1', '2026-11-16', '%2$s', 2, 31, '2026-12-10T10:00:00Z',
            '2026-12-17T10:00:00Z', '2026-11-18T15:15:00Z')
        """
            .formatted(tenant(), SUPPRESSION_IMPORT, REGISTRY));
    return this;
  }

  /** The list in force is of the day after the example's. */
  World newerRegistry() {
    registry();
    return sql("update registry set as_of = '2026-11-19' where tenant_id = '%s'");
  }

  /** The agent has the link of the example, which in other worlds belongs to nobody any more. */
  World calendarLink() {
    superuser.execute(
        """
        delete from calendar_link where token_hash = sha256('%2$s');
        insert into calendar_link (tenant_id, agent_id, token_hash, created_at)
        values ('%1$s', '%3$s', sha256('%2$s'), '2026-11-18T15:15:00Z')
        """
            .formatted(tenant(), CALENDAR_TOKEN, AGENT));
    return this;
  }

  /** A file of two rows, one of them refused. */
  World fileDone() {
    superuser.execute(
        """
        insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, delimiter, columns, bytes,
            rows_read, created, merged, rejected, created_at, finished_at)
        values ('%1$s', '%2$s', '%3$s', 'COMPLETED', false, 'CSV', 'UTF-8', ',',
            '[{"name": "first_name", "field": "firstName"}, {"name": "phone1", "field": "phone1"}]', 93,
            2, 1, 0, 1, '2026-11-18T15:15:00Z', '2026-11-18T15:15:00Z');
        insert into import_rejection (tenant_id, import_id, ordinal, line, field, code, reason)
        values ('%1$s', '%2$s', 2, 3, 'phone1', 'INVALID_PHONE_NUMBER', 'the phone number is too short');
        insert into lead_tag (tenant_id, campaign_id, name) values ('%1$s', '%3$s', 'solar')
        """
            .formatted(tenant(), IMPORT, CAMPAIGN));
    return this;
  }

  /** A server works on the file of {@link #fileDone}. */
  World fileUnderWay() {
    superuser.execute(
        """
        update import_job set status = 'RUNNING', finished_at = null, leased_until = '2100-01-01T00:00:00Z'
        where tenant_id = '%s' and id = '%s'
        """
            .formatted(tenant(), IMPORT));
    return this;
  }

  /** A webhook, and an event that was sent to it once and will be sent again. */
  World webhook() {
    rename(example("createWebhook", Map.of(), 201), "id", WEBHOOK);
    superuser.execute(
        """
        insert into webhook_delivery (tenant_id, id, webhook_id, sequence, type, about_id, status, attempts, tries,
            next_attempt_at, created_at)
        values ('%1$s', '%2$s', '%3$s', 1000000, 'call.logged', '%4$s', 'PENDING', 1, 1, '2026-12-18T15:20:00Z', '2026-11-18T15:15:00Z');
        insert into webhook_attempt (tenant_id, delivery_id, number, made_at, took_ms, status_code)
        values ('%1$s', '%2$s', 1, '2026-11-18T15:15:00Z', 312, 503)
        """
            .formatted(tenant(), DELIVERY, WEBHOOK, LEAD));
    return this;
  }

  World asManyWebhooksAsMayBe() {
    return sql(
        """
        insert into webhook (tenant_id, id, version, url, full_data, disabled_reason, secret, position, created_at, updated_at)
        select '%s', gen_random_uuid(), 0, 'https://hooks.example.com/', false, 'BY_USER', 'whsec_', 0, now(), now()
        from generate_series(1, 20)
        """);
  }

  World apiKey() {
    rename(example("createApiKey", Map.of(), 201), "id", API_KEY);
    return this;
  }

  /** The key that the world is walked with goes by the id of the example, and is the only one. */
  World apiKeyIsOneAndOnly() {
    return sql("delete from api_key where tenant_id = '%s' and id = '" + API_KEY + "'")
        .sql("update api_key set id = '" + API_KEY + "' where tenant_id = '%s'");
  }

  /** Somebody has come by a token of a provider of OpenID Connect. */
  World apiKeyIsAPersons() {
    return sql(
        "update api_key set issuer = 'https://id.example', subject = 'ann', told_at = created_at"
            + " where tenant_id = '%s' and id = '"
            + API_KEY
            + "'");
  }

  /** Another tenant, that of the operator's examples. */
  World otherTenant() {
    superuser.execute(
        """
        insert into tenant (id, name, created_at) values ('%1$s', 'Gulf Coast Sales', '2026-11-18T15:15:00Z')
        on conflict (id) do update set suspended_at = null;
        insert into operator_action (id, done_at, operation, subject_id, subject_name, address, request_id)
        values (gen_random_uuid(), '2026-11-18T15:15:00Z', 'createTenant', '%1$s', 'Gulf Coast Sales', '203.0.113.7', 'req_1')
        """
            .formatted(TENANT));
    return this;
  }

  /** As {@link #otherTenant}, and it is suspended. */
  World otherTenantSuspended() {
    superuser.execute(
        "update tenant set suspended_at = '2026-11-18T15:15:00Z' where id = '" + TENANT + "'");
    return this;
  }

  /** Everything at once. */
  World everything() {
    return followUp()
        .meeting()
        .begin()
        .hold()
        .sale(APPOINTMENT)
        .newLead()
        .suppression()
        .fileDone()
        .client()
        .registry()
        .handoff()
        .programme()
        .apiKey()
        .webhook()
        .savedFilter()
        .bulk()
        .complaint()
        .review()
        .atWork();
  }

  /** Everything goes by other ids than those of the examples; see {@link #strange}. */
  World estranged() {
    Stream.of(
            CAMPAIGN,
            SECOND_CAMPAIGN,
            AGENT,
            SECOND_AGENT,
            LEAD,
            NEW_LEAD,
            IMPORT,
            CLAIM,
            CALL,
            CALLBACK,
            SUPPRESSION,
            APPOINTMENT,
            CLIENT,
            SUPPRESSION_IMPORT,
            REGISTRY,
            HANDOFF,
            OUTCOME,
            PROGRAMME,
            FOLLOW_UP,
            API_KEY,
            WEBHOOK,
            DELIVERY,
            SAVED_FILTER,
            BULK,
            COMPLAINT,
            REVIEW)
        .forEach(id -> superuser.rename(tenant(), id, strange(id)));
    return this;
  }

  /** The id in an estranged world of what has this id in the others. */
  static String strange(String id) {
    return id.substring(0, 24) + "f" + id.substring(25);
  }

  World post(String path, String body) {
    post(path, body, 0);
    return this;
  }

  /**
   * Sends JSON.
   *
   * @param status what must come back; 0 for any success
   */
  JsonNode post(String path, String body, int status) {
    return send(
        new Message(
            "POST",
            path,
            Map.of(),
            Map.of("Content-Type", "application/json"),
            body.getBytes(StandardCharsets.UTF_8),
            false),
        status);
  }

  World delete(String path) {
    send(new Message("DELETE", path, Map.of(), Map.of("If-Match", "*"), null, false), 204);
    return this;
  }

  World sql(String statement) {
    superuser.execute(statement.formatted(tenant()));
    return this;
  }

  /** Runs the example of an operation. */
  JsonNode example(String operation, Map<String, String> pathValues, int status) {
    return send(Message.example(ContractFile.operation(operation), pathValues, Map.of()), status);
  }

  private JsonNode send(Message message, int status) {
    Answer answer = wire.send(message.key(owner.key()));
    if (status == 0) {
      assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    } else {
      assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    }
    return answer.json();
  }

  /** What goes by one id of the examples goes by another. */
  World as(String id, String otherId) {
    superuser.rename(tenant(), id, otherId);
    return this;
  }

  /** What was made goes by an id of the examples from now on. */
  void rename(JsonNode made, String property, String id) {
    superuser.rename(tenant(), made.path(property).asText(), id);
  }
}
