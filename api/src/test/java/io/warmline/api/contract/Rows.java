package io.warmline.api.contract;

import static io.warmline.api.contract.World.AGENT;
import static io.warmline.api.contract.World.CALL;
import static io.warmline.api.contract.World.CALLBACK;
import static io.warmline.api.contract.World.CAMPAIGN;
import static io.warmline.api.contract.World.CLAIM;
import static io.warmline.api.contract.World.LEAD;
import static io.warmline.api.contract.World.NEW_LEAD;
import static io.warmline.api.contract.World.SECOND_AGENT;
import static io.warmline.api.contract.World.SECOND_CAMPAIGN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of the walk: one row for each operation. */
final class Rows {

  static final Map<String, Row> ALL =
      Stream.of(
              campaigns(),
              agents(),
              presence(),
              complaints(),
              quality(),
              savedFilters(),
              bulk(),
              clients(),
              leads(),
              imports(),
              claims(),
              calls(),
              callbacks(),
              appointments(),
              calendars(),
              talkTracks(),
              handoffs(),
              outcomes(),
              signals(),
              suppressions(),
              callingRules(),
              registries(),
              reports(),
              programmes(),
              events(),
              apiKeys(),
              webhooks(),
              auditLog(),
              tenants())
          .flatMap(rows -> rows)
          .collect(
              Collectors.toMap(
                  Row::operation,
                  row -> row,
                  (a, b) -> {
                    throw new IllegalStateException("two rows: " + a);
                  },
                  LinkedHashMap::new));

  private static final String HANDED_OVER = CALL.substring(0, 35) + "8";

  private static final String HOUSE_RULE = "house-lunch-break";

  private static final Duration A_LONG_TIME = Duration.ofHours(2);

  private Rows() {}

  private static Stream<Row> campaigns() {
    return Stream.of(
        Row.of("createCampaign", 201)
            .refused(
                "QUALIFICATION_NOT_JUSTIFIED",
                world -> {},
                message ->
                    message.body(
                        "{\"name\":\"Much"
                            + " asked\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\","
                            + "\"policy\":{\"qualifyingQuestions\":12}}")),
        Row.of("listCampaigns", 200),
        Row.of("getCampaign", 200),
        Row.of("updateCampaign", 200)
            .refused(
                "QUALIFICATION_NOT_JUSTIFIED",
                world -> {},
                message -> message.body("{\"policy\":{\"qualifyingQuestions\":3}}")),
        Row.of("deleteCampaign", 204, world -> world.as(SECOND_CAMPAIGN, World.EMPTY_CAMPAIGN))
            .refused(
                "CAMPAIGN_IN_USE",
                world ->
                    world.post(
                        "/v1/suppressions",
                        "{\"phone\":\"+15035550124\",\"scope\":\"CAMPAIGN\",\"campaignId\":\""
                            + World.EMPTY_CAMPAIGN
                            + "\"}")),
        Row.of("pauseCampaign", 200),
        Row.of(
            "resumeCampaign", 200, world -> world.post("/v1/campaigns/" + CAMPAIGN + "/pause", "")),
        Row.of("getQueue", 200));
  }

  private static Stream<Row> agents() {
    return Stream.of(
        Row.of("createAgent", 201),
        Row.of("listAgents", 200),
        Row.of("getAgent", 200),
        Row.of("updateAgent", 200),
        Row.of("deleteAgent", 204, world -> world.as(SECOND_AGENT, World.FORMER_AGENT)));
  }

  private static Stream<Row> savedFilters() {
    return Stream.of(
        Row.of("createSavedFilter", 201).refused("SAVED_FILTER_EXISTS", World::savedFilter),
        Row.of("listSavedFilters", 200, World::savedFilter),
        Row.of("getSavedFilter", 200, World::savedFilter),
        Row.of("updateSavedFilter", 200, World::savedFilter)
            .refused(
                "SAVED_FILTER_EXISTS",
                world ->
                    world.post(
                        "/v1/saved-filters",
                        "{\"name\":\"ROOFS\",\"conditions\":{\"q\":\"roof\"}}"),
                message -> message.body("{\"name\":\"Roofs\"}")),
        Row.of(
            "deleteSavedFilter",
            204,
            world -> world.savedFilter().as(World.SAVED_FILTER, World.SPARE_SAVED_FILTER)));
  }

  /** Asked for by a saved filter that names what is gone. */
  private static Row refusedWhenOutdated(Row row) {
    return row.refused(
        "SAVED_FILTER_OUTDATED",
        World::savedFilterOutdated,
        message -> message.asking("savedFilterId", World.SAVED_FILTER));
  }

  private static Stream<Row> bulk() {
    return Stream.of(
        Row.of("createBulkOperation", 202)
            .refused(
                "SAVED_FILTER_OUTDATED",
                World::savedFilterOutdated,
                message ->
                    message.body(
                        "{\"kind\":\"TAG\",\"tags\":[\"x\"],\"filter\":{\"savedFilterId\":\""
                            + World.SAVED_FILTER
                            + "\"}}")),
        Row.of("listBulkOperations", 200, World::bulk),
        Row.of("getBulkOperation", 200, World::bulk),
        Row.of("listBulkItems", 200, World::bulk).asking("outcome", "CHANGED"),
        Row.of("undoBulkOperation", 202, World::bulk)
            .refused("BULK_NOT_UNDOABLE", World::bulkTried));
  }

  private static Stream<Row> complaints() {
    return Stream.of(
        Row.of("createComplaint", 201).refused("LEAD_ERASED", Rows::erased),
        Row.of("listComplaints", 200, World::complaint)
            .asking("status", "OPEN")
            .asking("leadId", LEAD)
            .asking("campaignId", CAMPAIGN),
        Row.of("getComplaint", 200, World::complaint),
        Row.of("closeComplaint", 200, World::complaint)
            .refused("COMPLAINT_CLOSED", World::complaintClosed));
  }

  private static Stream<Row> quality() {
    return Stream.of(
        Row.of("setRecording", 200, World::call)
            .refused("LEAD_ERASED", Rows::erased)
            .refused("CALL_DETAILS_GONE", Rows::forgotten),
        Row.of("getRecording", 200, Rows::reviewed),
        Row.of("deleteRecording", 204, Rows::reviewed),
        Row.of("createReview", 201, World::call)
            .refused("LEAD_ERASED", Rows::erased)
            .refused("CALL_DETAILS_GONE", Rows::forgotten)
            .refused("TOO_MANY_REVIEWS", Rows::reviewedOften),
        Row.of("listReviews", 200, Rows::reviewed),
        Row.of("getReview", 200, Rows::reviewed),
        Row.of("correctReview", 200, Rows::reviewed)
            .refused("LEAD_ERASED", Rows::erased, message -> message.with("If-Match", "*"))
            .refused("CALL_DETAILS_GONE", Rows::forgotten),
        Row.of("deleteReview", 204, Rows::reviewed));
  }

  private static void reviewed(World world) {
    world.call().review();
  }

  private static void forgotten(World world) {
    world.sql("update call set details_gone_at = now() where tenant_id = '%s'");
  }

  private static void reviewedOften(World world) {
    world.sql(
        """
        insert into call_review (tenant_id, id, call_id, lead_id, campaign_id, agent_id, note, created_at, updated_at)
        select k.tenant_id, gen_random_uuid(), k.id, k.lead_id, k.campaign_id, k.agent_id, 'Good.', now(), now()
        from call k cross join generate_series(1, 20) where k.tenant_id = '%s'
        """);
  }

  private static Stream<Row> presence() {
    return Stream.of(
        Row.of("signOn", 200)
            .refused(
                "AGENT_NOT_ASSIGNED",
                Rows::elsewhere,
                message -> message.body("{\"campaignIds\":[\"" + CAMPAIGN + "\"]}")),
        Row.of("changePresence", 200, World::atWork).refused("NOT_SIGNED_ON", World::offWork),
        Row.of("signOff", 200, World::atWork).refused("NOT_SIGNED_ON", World::offWork),
        Row.of("getPresence", 200, World::atWork),
        Row.of("listPresence", 200, World::atWork));
  }

  private static Stream<Row> clients() {
    return Stream.of(
        Row.of("createClient", 201),
        Row.of("listClients", 200, World::client),
        Row.of("getClient", 200, World::client),
        Row.of("updateClient", 200, World::client),
        Row.of("listFreeSlots", 200, World::client),
        Row.of("deleteClient", 204, world -> world.client().as(World.CLIENT, World.UNUSED_CLIENT))
            .refused("CLIENT_IN_USE", world -> world.campaignOf(World.UNUSED_CLIENT)));
  }

  private static Stream<Row> programmes() {
    return Stream.of(
        Row.of("createProgramme", 201),
        Row.of("listProgrammes", 200, World::programme),
        Row.of("getProgramme", 200, World::programme),
        Row.of("updateProgramme", 200, World::programme),
        Row.of(
            "deleteProgramme",
            204,
            world -> world.programme().as(World.PROGRAMME, World.SPARE_PROGRAMME)));
  }

  private static Stream<Row> registries() {
    return Stream.of(
        Row.of("importSuppressions", 202)
            .asking("registry", "US_NATIONAL")
            .asking("jurisdiction", "US")
            .asking("asOf", "today")
            .asking("country", "US")
            .asking("allowOutdated", "false")
            .refused("REGISTRY_NEWER", World::newerRegistry)
            .refused(
                "REGISTRY_OUTDATED", world -> {}, message -> message.asking("asOf", "2026-09-01")),
        Row.of("getSuppressionImport", 200, World::registry),
        Row.of("listRegistries", 200, World::registry),
        Row.of("deleteRegistry", 204, World::registry));
  }

  private static Stream<Row> leads() {
    return Stream.of(
        Row.of("createLead", 201)
            .asking("duplicatePolicy", "NEW")
            .refused("LEAD_EXISTS", World::newLead),
        Row.of("getNumber", 200),
        Row.of("findDuplicates", 200).asking("campaignId", CAMPAIGN).asking("by", "NUMBER"),
        Row.of("mergeLeads", 200, World::newLead)
            .refused("LEAD_CLAIMED", World::claim)
            .refused("LEAD_ERASED", Rows::erased)
            .refused("LEAD_MERGED", Rows::merged)
            .refused(
                "LEADS_NOT_MERGEABLE",
                world ->
                    world.sql(
                        "update lead set status = 'HANDED_OFF' where tenant_id = '%s' and id = '"
                            + NEW_LEAD
                            + "'")),
        Row.of("undoMerge", 200, Rows::twoAsOne)
            .refused("LEAD_CLAIMED", World::claim)
            .refused("MERGE_NOT_UNDOABLE", world -> {}, message -> message.naming(NEW_LEAD, LEAD))
            .refused("LEAD_MERGED", Rows::numberless),
        refusedWhenOutdated(
            Row.of("listLeads", 200, World::fileDone)
                .asking("campaignId", CAMPAIGN)
                .asking("phone", "+15046218927")
                .asking("tag", "solar")
                .asking("importId", World.IMPORT)
                .asking("companyOf", LEAD)),
        refusedWhenOutdated(Row.of("searchLeads", 200, World::call).asking("q", "jame butt")),
        Row.of("getLead", 200),
        Row.of("updateLead", 200)
            .refused(
                "LEAD_EXISTS",
                World::newLead,
                message -> message.body("{\"externalId\":\"crm-2001\"}"))
            .refused(
                "LEAD_CLAIMED",
                World::claim,
                message -> message.body("{\"phones\":[\"+15048451427\"]}"))
            .refused("LEAD_ERASED", Rows::erased)
            .refused("LEAD_MERGED", Rows::isMerged)
            .refused(
                "STATUS_CHANGE_REFUSED",
                world -> {},
                message ->
                    message.body(
                        "{\"statusChange\":{\"to\":\"COLD\",\"agentId\":\""
                            + AGENT
                            + "\",\"reason\":\"Try again\"}}")),
        Row.of("deleteLead", 204, world -> world.as(LEAD, World.UNCALLED_LEAD))
            .refused("LEAD_IN_USE", World::call)
            .refused("LEAD_CLAIMED", World::claim),
        Row.of("upsertLead", 200)
            .asking("duplicatePolicy", "MERGE")
            .refused(
                "LEAD_CLAIMED",
                World::claim,
                message -> message.body("{\"phones\":[\"+15048451427\"]}"))
            .refused("LEAD_ERASED", Rows::erasedByName)
            .refused("LEAD_MERGED", Rows::mergedByName),
        Row.of("getCallability", 200),
        Row.of("getTimeline", 200, World::call),
        Row.of("moveLead", 200)
            .refused("LEAD_EXISTS", Rows::twin)
            .refused("LEAD_CLAIMED", World::claim)
            .refused("LEAD_ERASED", Rows::erased)
            .refused("LEAD_MERGED", Rows::isMerged),
        Row.of("eraseLead", 200, world -> world.as(LEAD, World.LEAD_TO_ERASE))
            .refused("LEAD_CLAIMED", World::claim));
  }

  private static Stream<Row> imports() {
    return Stream.of(
        Row.of("startImport", 202)
            .asking("dryRun", "false")
            .asking("map", "phone1:phone1")
            .asking("outcome", "NP:DISQUALIFIED")
            .asking("duplicatePolicy", "SKIP")
            .asking("source", "OTHER")
            .asking("headerRow", "1"),
        Row.of("getImport", 200, World::fileDone),
        Row.of("undoImport", 200, World::fileDone).refused("IMPORT_RUNNING", World::fileUnderWay),
        Row.of("listImportMappings", 200),
        Row.of("saveImportMapping", 200),
        Row.of(
            "deleteImportMapping", 204, world -> world.example("saveImportMapping", Map.of(), 200)),
        Row.of("listRejections", 200, World::fileDone).asking("kind", "WARNED"),
        Row.of("exportRejections", 200, World::fileDone),
        refusedWhenOutdated(
            Row.of("exportLeads", 200, World::fileDone)
                .asking("preset", "SALESFORCE")
                .asking("tag", "solar")
                .asking("importId", World.IMPORT)));
  }

  private static Stream<Row> claims() {
    Consumer<World> paused = world -> world.post("/v1/campaigns/" + CAMPAIGN + "/pause", "");
    return Stream.of(
        Row.of("claimNextLead", 201)
            .refused("CAMPAIGN_PAUSED", paused)
            .refused("AGENT_NOT_ASSIGNED", Rows::elsewhere)
            .refused("AGENT_ON_BREAK", World::onBreak)
            .refused("CLAIMS_EXHAUSTED", Rows::handsFull),
        Row.of("claimLeads", 201)
            .refused("CAMPAIGN_PAUSED", paused)
            .refused("AGENT_NOT_ASSIGNED", Rows::elsewhere)
            .refused("AGENT_ON_BREAK", World::onBreak)
            .refused("CLAIMS_EXHAUSTED", Rows::handsFull),
        Row.of("getClaim", 200, World::claim),
        ended(Row.of("extendClaim", 200, World::claim)),
        ended(Row.of("releaseClaim", 200, World::claim)));
  }

  /** The agent holds one lead, and no campaign gives more. */
  private static void handsFull(World world) {
    world.claim().sql("update campaign set max_claims_per_agent = 1 where tenant_id = '%s'");
  }

  /** The agent works another campaign. */
  private static void elsewhere(World world) {
    world.sql(
        "update agent set campaign_ids = '{"
            + SECOND_CAMPAIGN
            + "}' where tenant_id = '%s' and id = '"
            + AGENT
            + "'");
  }

  private static Row ended(Row row) {
    return row.refused("CLAIM_EXPIRED", world -> StandingClock.advance(A_LONG_TIME))
        .refused(
            "CLAIM_ENDED",
            world ->
                world.post(
                    "/v1/claims/" + CLAIM + "/release",
                    "{\"agentId\":\"" + AGENT + "\",\"reason\":\"NOT_DIALLED\"}"))
        .refused(
            "CLAIM_HELD_BY_ANOTHER", world -> {}, message -> message.naming(AGENT, SECOND_AGENT));
  }

  private static Stream<Row> calls() {
    return Stream.of(
        Row.of("logCalls", 200, World::claim),
        Row.of("logCall", 201, World::claim)
            .refused(
                "CLAIM_HELD_BY_ANOTHER",
                world -> {},
                message ->
                    message.body(
                        "{\"claimId\":\""
                            + CLAIM
                            + "\",\"agentId\":\""
                            + SECOND_AGENT
                            + "\",\"disposition\":\"NO_ANSWER\"}"))
            .refused(
                "CALL_LOGGED",
                world ->
                    world.post(
                        "/v1/calls",
                        "{\"claimId\":\"" + CLAIM + "\",\"disposition\":\"NO_ANSWER\"}"),
                message -> message.body("{\"claimId\":\"" + CLAIM + "\",\"disposition\":\"BUSY\"}"))
            .refused(
                "LEAD_NOT_CALLABLE",
                Rows::refusesCalls,
                message ->
                    message.body(
                        "{\"leadId\":\""
                            + LEAD
                            + "\",\"agentId\":\""
                            + AGENT
                            + "\",\"disposition\":\"GATEKEEPER\",\"callback\":{\"words\":\"in two"
                            + " weeks\"}}"))
            .refused(
                "LEAD_ERASED",
                world ->
                    world
                        .post(
                            "/v1/claims/" + CLAIM + "/release",
                            "{\"agentId\":\"" + AGENT + "\",\"reason\":\"NOT_DIALLED\"}")
                        .post("/v1/leads/" + LEAD + "/erase", "{\"reason\":\"Asked\"}"),
                message ->
                    message.body(
                        "{\"leadId\":\""
                            + LEAD
                            + "\",\"agentId\":\""
                            + AGENT
                            + "\",\"disposition\":\"NO_ANSWER\"}"))
            .refused(
                "LEAD_MERGED",
                world ->
                    isMerged(
                        world.post(
                            "/v1/claims/" + CLAIM + "/release",
                            "{\"agentId\":\"" + AGENT + "\",\"reason\":\"NOT_DIALLED\"}")),
                message ->
                    message.body(
                        "{\"leadId\":\""
                            + LEAD
                            + "\",\"agentId\":\""
                            + AGENT
                            + "\",\"disposition\":\"NO_ANSWER\"}"))
            .refused(
                "PREQUALIFICATION_MISSING",
                world -> {},
                message ->
                    message.body("{\"claimId\":\"" + CLAIM + "\",\"disposition\":\"QUALIFIED\"}"))
            .refused(
                "APPOINTMENTS_NOT_DELIVERED",
                Rows::deliversWarmLeads,
                message ->
                    message.body(
                        "{\"claimId\":\""
                            + CLAIM
                            + "\",\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "QUALIFYING_QUESTIONS_UNANSWERED",
                Rows::asksQuestions,
                message ->
                    message.body(
                        "{\"claimId\":\""
                            + CLAIM
                            + "\",\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "SLOT_TAKEN",
                world -> slotTaken(world.newLead(), NEW_LEAD),
                message ->
                    message.body(
                        "{\"claimId\":\""
                            + CLAIM
                            + "\",\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "NO_APPOINTMENT",
                world -> {},
                message ->
                    message.body(
                        "{\"claimId\":\""
                            + CLAIM
                            + "\",\"disposition\":\"APPOINTMENT_CANCELLED\"}")),
        Row.of("listCalls", 200, World::call)
            .asking("campaignId", CAMPAIGN)
            .asking("leadId", LEAD)
            .asking("agentId", AGENT),
        Row.of("getCall", 200, World::call),
        Row.of("explainCall", 200, World::call),
        Row.of("amendCall", 200, World::call)
            .refused(
                "PREQUALIFICATION_MISSING",
                world -> {},
                message -> message.body("{\"disposition\":\"QUALIFIED\"}"))
            .refused(
                "HANDOFF_DECIDED",
                Rows::handedOver,
                message ->
                    message.naming(CALL, HANDED_OVER).body("{\"disposition\":\"GATEKEEPER\"}"))
            .refused(
                "CALL_DETAILS_GONE",
                world ->
                    world.sql("update call set details_gone_at = now() where tenant_id = '%s'"))
            .refused(
                "CALL_NOT_LATEST",
                world -> {
                  StandingClock.advance(A_LONG_TIME);
                  world.post("/v1/calls", callOf(LEAD, "NO_ANSWER"));
                },
                message -> message.body("{\"disposition\":\"BUSY\"}"))
            .refused(
                "SUPPRESSION_STANDS",
                world -> {
                  StandingClock.advance(A_LONG_TIME);
                  world.rename(
                      world.post("/v1/calls", callOf(LEAD, "DO_NOT_CALL"), 201).path("call"),
                      "id",
                      CALL.substring(0, 35) + "9");
                },
                message ->
                    message
                        .naming(CALL, CALL.substring(0, 35) + "9")
                        .body("{\"disposition\":\"NO_ANSWER\"}"))
            .refused(
                "LEAD_NOT_CALLABLE",
                Rows::refusesCalls,
                message ->
                    message.body(
                        "{\"disposition\":\"GATEKEEPER\",\"callback\":{\"words\":\"in two"
                            + " weeks\"}}"))
            .refused(
                "LEAD_ERASED",
                world -> world.post("/v1/leads/" + LEAD + "/erase", "{\"reason\":\"Asked\"}"))
            .refused(
                "APPOINTMENTS_NOT_DELIVERED",
                Rows::deliversWarmLeads,
                message ->
                    message.body(
                        "{\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "QUALIFYING_QUESTIONS_UNANSWERED",
                Rows::asksQuestions,
                message ->
                    message.body(
                        "{\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "SLOT_TAKEN",
                world -> slotTaken(world.newLead(), NEW_LEAD),
                message ->
                    message.body(
                        "{\"disposition\":\"APPOINTMENT_SET\",\"appointment\":{\"startsAt\":\"2026-11-25T19:00:00Z\"}}"))
            .refused(
                "NO_APPOINTMENT",
                world -> {},
                message -> message.body("{\"disposition\":\"APPOINTMENT_CANCELLED\"}")));
  }

  private static void refusesCalls(World world) {
    world.post("/v1/suppressions", "{\"phone\":\"+15046218927\"}");
  }

  private static String callOf(String lead, String disposition) {
    return "{\"leadId\":\""
        + lead
        + "\",\"agentId\":\""
        + AGENT
        + "\",\"disposition\":\""
        + disposition
        + "\"}";
  }

  private static Stream<Row> callbacks() {
    Consumer<World> cancelled =
        world -> world.post("/v1/callbacks/" + CALLBACK + "/cancel", "{\"reason\":\"No need\"}");
    return Stream.of(
        Row.of("createCallback", 201, World::newLead)
            .refused(
                "CALLBACK_OPEN",
                world ->
                    world.post(
                        "/v1/callbacks",
                        "{\"leadId\":\"" + NEW_LEAD + "\",\"dueAt\":\"2026-12-18T15:15:00Z\"}"))
            .refused(
                "LEAD_NOT_CALLABLE",
                world -> world.post("/v1/calls", callOf(NEW_LEAD, "DO_NOT_CALL"))),
        Row.of("listCallbacks", 200, World::call)
            .asking("campaignId", CAMPAIGN)
            .asking("leadId", LEAD)
            .asking("agentId", AGENT),
        Row.of("getCallback", 200, World::call),
        Row.of("updateCallback", 200, World::call).refused("CALLBACK_CLOSED", cancelled),
        Row.of("cancelCallback", 200, World::call).refused("CALLBACK_CLOSED", cancelled),
        Row.of("interpretPhrase", 200));
  }

  private static Stream<Row> appointments() {
    Consumer<World> cancelled = world -> cancel(world, World.APPOINTMENT);
    Consumer<World> tomorrow =
        world ->
            world.sql(
                "update appointment set starts_at = '2026-11-19T19:00:00Z', ends_at ="
                    + " '2026-11-19T19:30:00Z', set_at = '2026-11-16T15:00:00Z' where tenant_id ="
                    + " '%s'");
    return Stream.of(
        Row.of("createAppointment", 201, World::newLead)
            .refused("APPOINTMENTS_NOT_DELIVERED", Rows::deliversWarmLeads)
            .refused("QUALIFYING_QUESTIONS_UNANSWERED", Rows::asksQuestions)
            .refused(
                "APPOINTMENT_OPEN", world -> world.post("/v1/appointments", meetingOf(NEW_LEAD)))
            .refused("SLOT_TAKEN", Rows::slotTaken)
            .refused(
                "LEAD_NOT_CALLABLE",
                world -> world.post("/v1/calls", callOf(NEW_LEAD, "DO_NOT_CALL")))
            .refused(
                "LEAD_ERASED",
                world -> world.post("/v1/leads/" + NEW_LEAD + "/erase", "{\"reason\":\"Asked\"}"))
            .refused("LEAD_MERGED", Rows::merged),
        Row.of("listAppointments", 200, World::appointment)
            .asking("campaignId", CAMPAIGN)
            .asking("leadId", LEAD)
            .asking("agentId", AGENT),
        Row.of("getAppointment", 200, World::appointment),
        Row.of("confirmAppointment", 200, World::appointment)
            .refused("CONFIRMATION_FORBIDDEN", tomorrow)
            .refused("APPOINTMENT_CLOSED", cancelled),
        Row.of("rescheduleAppointment", 201, World::appointment)
            .refused("APPOINTMENT_CLOSED", cancelled)
            .refused("SLOT_TAKEN", Rows::movedSlotTaken),
        Row.of(
                "cancelAppointment",
                200,
                world -> world.appointment().as(World.APPOINTMENT, World.CANCELLED_APPOINTMENT))
            .refused("APPOINTMENT_CLOSED", world -> cancel(world, World.CANCELLED_APPOINTMENT)),
        Row.of(
                "recordAttendance",
                200,
                world -> world.appointmentBegun().as(World.APPOINTMENT, World.BEGUN_APPOINTMENT))
            .refused("APPOINTMENT_NOT_STARTED", tomorrow)
            .refused("APPOINTMENT_CLOSED", world -> cancel(world, World.BEGUN_APPOINTMENT)),
        Row.of(
                "correctAttendance",
                200,
                world -> world.held().as(World.APPOINTMENT, World.MISTAKEN_APPOINTMENT))
            .refused("ATTENDANCE_NOT_RECORDED", Rows::notHeldYet)
            .refused(
                "OUTCOME_RECORDED",
                world -> world.sale(World.MISTAKEN_APPOINTMENT),
                message -> message.body("{\"outcome\":\"NO_SHOW\",\"reason\":\"Nobody came\"}")),
        Row.of("getAppointmentCalendar", 200, World::appointment));
  }

  private static Stream<Row> outcomes() {
    Consumer<World> erased =
        world -> world.sql("update lead set erased_at = now() where tenant_id = '%s'");
    return Stream.of(
        Row.of(
                "recordAppointmentOutcome",
                201,
                world -> world.held().as(World.APPOINTMENT, World.HELD_APPOINTMENT))
            .refused("APPOINTMENT_NOT_HELD", Rows::notHeldYet)
            .refused("LEAD_ERASED", erased)
            .refused("LEAD_MERGED", Rows::numberless),
        Row.of("recordHandoffOutcome", 201, World::accepted)
            .refused(
                "HANDOFF_NOT_ACCEPTED",
                world ->
                    world.sql(
                        "update handoff set status = 'OFFERED', decided_at = null where tenant_id ="
                            + " '%s'"))
            .refused("LEAD_ERASED", erased)
            .refused("LEAD_MERGED", Rows::numberless),
        Row.of("listOutcomes", 200, World::outcome).asking("leadId", LEAD).asking("outcome", "WON"),
        Row.of("getOutcome", 200, World::outcome),
        Row.of("correctOutcome", 200, World::outcome)
            .refused("LEAD_ERASED", erased)
            .refused("LEAD_MERGED", Rows::numberless));
  }

  private static void notHeldYet(World world) {
    world.sql(
        "update appointment set status = 'SET', attendance_at = null, verdict = null, evidence ="
            + " null where tenant_id = '%s'");
  }

  private static void cancel(World world, String appointment) {
    world.post("/v1/appointments/" + appointment + "/cancel", "{\"cancelledBy\":\"CLIENT\"}");
  }

  private static void deliversWarmLeads(World world) {
    world.sql("update campaign set deliverable = 'WARM_LEAD' where tenant_id = '%s'");
  }

  private static void asksQuestions(World world) {
    world.sql("update campaign set qualifying_questions = 3 where tenant_id = '%s'");
  }

  /** The campaigns call for the client, and the lead of the call meets it at the example's time. */
  private static void slotTaken(World world) {
    slotTaken(world, LEAD);
  }

  private static void slotTaken(World world, String other) {
    world
        .client()
        .sql("update campaign set client_id = '" + World.CLIENT + "' where tenant_id = '%s'")
        .post("/v1/appointments", meetingOf(other));
  }

  private static void movedSlotTaken(World world) {
    world
        .client()
        .newLead()
        .sql("update campaign set client_id = '" + World.CLIENT + "' where tenant_id = '%s'")
        .sql("update appointment set client_id = '" + World.CLIENT + "' where tenant_id = '%s'")
        .post(
            "/v1/appointments",
            meetingOf(NEW_LEAD).replace("2026-11-25T19:00", "2026-11-24T19:00"));
  }

  private static String meetingOf(String lead) {
    return "{\"leadId\":\"" + lead + "\",\"startsAt\":\"2026-11-25T19:00:00Z\"}";
  }

  private static Stream<Row> calendars() {
    return Stream.of(
        Row.of("createCalendarLink", 201),
        Row.of("revokeCalendarLink", 204, World::calendarLink),
        Row.of("getCallbackCalendar", 200, World::calendarLink)
            .asking("token", World.CALENDAR_TOKEN));
  }

  private static Stream<Row> talkTracks() {
    return Stream.of(Row.of("renderTalkTrack", 200), Row.of("lintScript", 200));
  }

  private static Stream<Row> handoffs() {
    return Stream.of(
        Row.of("listHandoffs", 200, World::handoff).asking("status", "OFFERED"),
        Row.of("getHandoff", 200, World::handoff),
        decided(Row.of("acceptHandoff", 200, World::handoff), World.HANDOFF),
        decided(
            Row.of(
                "returnHandoff",
                200,
                world -> world.handoff().as(World.HANDOFF, World.RETURNED_HANDOFF)),
            World.RETURNED_HANDOFF));
  }

  private static Row decided(Row row, String handoff) {
    return row.refused(
            "HANDOFF_DECIDED", world -> world.post("/v1/handoffs/" + handoff + "/accept", "{}"))
        .refused("HANDOFF_EXPIRED", world -> StandingClock.advance(Duration.ofDays(10)));
  }

  private static Stream<Row> signals() {
    return Stream.of(
        Row.of("recordSignals", 200),
        Row.of("createTrackedLink", 201)
            .refused("LEAD_ERASED", Rows::erased)
            .refused("LEAD_MERGED", Rows::isMerged),
        Row.of("followTrackedLink", 302, World::trackedLink),
        Row.of("listFollowUps", 200, World::followUp)
            .asking("campaignId", CAMPAIGN)
            .asking("leadId", LEAD)
            .asking("agentId", AGENT)
            .asking("status", "OWED"),
        Row.of("markFollowUpSent", 200, World::followUp)
            .refused(
                "FOLLOW_UP_CLOSED",
                world -> world.post("/v1/follow-ups/" + World.FOLLOW_UP + "/sent", "{}")));
  }

  private static Stream<Row> suppressions() {
    return Stream.of(
        Row.of("addSuppression", 201),
        Row.of("listSuppressions", 200, World::suppression).asking("phone", "+15035550123"),
        Row.of("removeSuppression", 200, World::suppression)
            .refused(
                "SUPPRESSION_REMOVED",
                world ->
                    world.post(
                        "/v1/suppressions/" + World.SUPPRESSION + "/remove",
                        "{\"evidence\":\"Consent\"}")),
        Row.of("checkNumber", 200),
        Row.of("explainNumber", 200, World::call));
  }

  private static Stream<Row> callingRules() {
    Consumer<World> saved = world -> world.example("saveCallingRule", Map.of(), 200);
    return Stream.of(
        Row.of("listCallingRules", 200).asking("jurisdiction", "US-FL").asking("audience", "B2C"),
        Row.of("checkCallability", 200),
        Row.of("saveCallingRule", 200)
            .refused("RULE_RESERVED", world -> {}, message -> message.naming(HOUSE_RULE, "us-fl")),
        Row.of("listAcceptedJurisdictions", 200),
        Row.of("acceptJurisdiction", 200)
            .refused("RULE_KNOWN", world -> {}, message -> message.naming("IS", "US")),
        Row.of(
            "withdrawJurisdiction",
            204,
            world -> world.example("acceptJurisdiction", Map.of(), 200)),
        Row.of("liftCallingRule", 200)
            .refused("RULE_RESERVED", world -> {}, message -> message.naming("gb-hours", "us-fl")),
        Row.of("restoreCallingRule", 204, world -> world.example("liftCallingRule", Map.of(), 200)),
        Row.of("deleteCallingRule", 204, saved)
            .refused(
                "RULE_IN_USE",
                world ->
                    world.post(
                        "/v1/campaigns",
                        "{\"name\":\"Quiet\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\","
                            + "\"callingRules\":[\""
                            + HOUSE_RULE
                            + "\"]}")));
  }

  private static Stream<Row> reports() {
    Stream<Row> periods =
        Stream.of(
                "getActivityReport",
                "getCallbacksReport",
                "getQualityReport",
                "getAppointmentsReport",
                "getQualificationReport",
                "getHandoffsReport",
                "getSpeedToLeadReport",
                "getBestHoursReport",
                "getSalesReport")
            .map(
                report ->
                    Row.of(report, 200, Rows::reviewed)
                        .asking("from", "2026-11-01")
                        .asking("to", "2026-11-30")
                        .asking("campaignId", CAMPAIGN)
                        .asking("agentId", AGENT));
    return Stream.concat(
        periods,
        Stream.of(Row.of("getLiveNumbers", 200, World::call).asking("zone", "America/New_York")));
  }

  private static Stream<Row> events() {
    return Stream.of(
        Row.of("listEvents", 200, World::call).asking("after", "0"),
        Row.of("streamEvents", 200, World::call).asking("seconds", "1"));
  }

  private static Stream<Row> apiKeys() {
    return Stream.of(
        Row.of("createApiKey", 201),
        Row.of("listApiKeys", 200, World::apiKey),
        Row.of("getApiKey", 200, World::apiKey),
        Row.of("rotateApiKey", 201, World::apiKey)
            .refused(
                "KEY_INACTIVE",
                world -> world.post("/v1/api-keys/" + World.API_KEY + "/revoke", ""))
            .refused("KEY_OF_PERSON", World::apiKeyIsAPersons),
        Row.of("revokeApiKey", 200, World::apiKey)
            .refused("LAST_ADMIN_KEY", World::apiKeyIsOneAndOnly));
  }

  private static Stream<Row> webhooks() {
    return Stream.of(
        Row.of("createWebhook", 201).refused("TOO_MANY_WEBHOOKS", World::asManyWebhooksAsMayBe),
        Row.of("listWebhooks", 200, World::webhook),
        Row.of("getWebhook", 200, World::webhook),
        Row.of("updateWebhook", 200, World::webhook),
        Row.of("deleteWebhook", 204, World::webhook),
        Row.of("rotateWebhookSecret", 200, World::webhook),
        Row.of("testWebhook", 202, World::webhook)
            .refused(
                "WEBHOOK_DISABLED",
                world ->
                    world.sql(
                        "update webhook set disabled_reason = 'GONE' where tenant_id = '%s'")),
        Row.of("replayEvents", 202, World::webhook),
        Row.of("listDeliveries", 200, World::webhook).asking("status", "PENDING"),
        Row.of("replayDelivery", 202, World::webhook));
  }

  private static Stream<Row> auditLog() {
    return Stream.of(
        Row.of("listAuditEntries", 200, World::apiKey)
            .asking("operation", "createApiKey")
            .asking("resourceId", World.API_KEY),
        Row.of("getRetention", 200),
        Row.of("setRetention", 200),
        Row.of("exportLead", 200, World::appointment),
        Row.of("exportAuditLog", 200, World::apiKey).asking("operation", "createApiKey"));
  }

  private static Stream<Row> tenants() {
    return Stream.of(
        Row.of("createTenant", 201),
        Row.of("listTenants", 200, World::otherTenant),
        Row.of("getTenant", 200, World::otherTenant),
        Row.of("suspendTenant", 200, World::otherTenant),
        Row.of("resumeTenant", 200, world -> world.otherTenant().otherTenantSuspended()),
        Row.of("deleteTenant", 200, world -> world.otherTenant().otherTenantSuspended())
            .asking("name", "Gulf Coast Sales")
            .refused("TENANT_AT_WORK", World::otherTenant),
        Row.of("exportTenant", 200, World::otherTenant),
        Row.of("listOperatorActions", 200, World::otherTenant));
  }

  /** The client has accepted what a call offered. */
  private static void handedOver(World world) {
    world.handoff();
    JsonNode accepted = world.post("/v1/handoffs/" + World.HANDOFF + "/accept", "{}", 200);
    world.rename(accepted, "callId", HANDED_OVER);
  }

  private static void twoAsOne(World world) {
    world.newLead();
    merged(world);
  }

  private static void merged(World world) {
    world.post("/v1/leads/" + LEAD + "/merge", "{\"duplicateLeadId\":\"" + NEW_LEAD + "\"}");
  }

  /** The lead of the examples is the one that goes. */
  private static void isMerged(World world) {
    world.newLead();
    world.post("/v1/leads/" + NEW_LEAD + "/merge", "{\"duplicateLeadId\":\"" + LEAD + "\"}");
  }

  /** A merged lead has no numbers; this one has a meeting or an outcome, too. */
  private static void numberless(World world) {
    world.sql("delete from lead_phone where tenant_id = '%s'");
  }

  /** A merged lead has lost its external id; this one has just been found by it. */
  private static void mergedByName(World world) {
    numberless(world);
  }

  private static void erased(World world) {
    world.post("/v1/leads/" + LEAD + "/erase", "{\"reason\":\"Asked\"}");
  }

  /**
   * An erased lead has lost its external id; this is one that has not, as when the erasure has only
   * just begun.
   */
  private static void erasedByName(World world) {
    erased(world);
    world.sql(
        "update lead set external_id = 'crm-1001' where tenant_id = '%s' and erased_at is not"
            + " null");
  }

  /** The second campaign has the same lead. */
  private static void twin(World world) {
    world.post(
        "/v1/leads",
        "{\"campaignId\":\""
            + SECOND_CAMPAIGN
            + "\",\"externalId\":\"crm-1001\",\"phones\":[\"+15046218927\"]}");
  }
}
