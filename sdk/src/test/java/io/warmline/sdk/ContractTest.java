package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.sdk.Contract.Operation;
import io.warmline.sdk.FakeServer.Asked;
import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.*;
import io.warmline.sdk.model.AppointmentStatus;
import io.warmline.sdk.model.AttendanceOutcome;
import io.warmline.sdk.model.BulkFilter;
import io.warmline.sdk.model.BulkKind;
import io.warmline.sdk.model.BulkOutcome;
import io.warmline.sdk.model.CallKind;
import io.warmline.sdk.model.CancelAppointment;
import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.CloseComplaint;
import io.warmline.sdk.model.ComplaintStatus;
import io.warmline.sdk.model.ConfirmAppointment;
import io.warmline.sdk.model.DeliveryStatus;
import io.warmline.sdk.model.DuplicatePolicy;
import io.warmline.sdk.model.ExportPreset;
import io.warmline.sdk.model.LeadConditions;
import io.warmline.sdk.model.LeadConditionsPatch;
import io.warmline.sdk.model.LeadSource;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LintScope;
import io.warmline.sdk.model.NewApiKey;
import io.warmline.sdk.model.NewAppointment;
import io.warmline.sdk.model.NewBulkOperation;
import io.warmline.sdk.model.NewComplaint;
import io.warmline.sdk.model.NewImportMapping;
import io.warmline.sdk.model.NewReview;
import io.warmline.sdk.model.NewSavedFilter;
import io.warmline.sdk.model.NewTenant;
import io.warmline.sdk.model.NewWebhook;
import io.warmline.sdk.model.RecordAttendance;
import io.warmline.sdk.model.RejectionKind;
import io.warmline.sdk.model.RescheduleAppointment;
import io.warmline.sdk.model.RetentionRules;
import io.warmline.sdk.model.RotateApiKey;
import io.warmline.sdk.model.RotateWebhookSecret;
import io.warmline.sdk.model.SavedFilterPatch;
import io.warmline.sdk.model.ScriptToLint;
import io.warmline.sdk.model.SetRecording;
import io.warmline.sdk.model.SignOn;
import io.warmline.sdk.model.TalkTrackRequest;
import io.warmline.sdk.model.UndoBulkOperation;
import io.warmline.sdk.model.WebhookPatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The facade against openapi.yaml: a new operation that it lacks, or one that it sends wrongly,
 * fails the build.
 */
class ContractTest extends SdkTest {
  private static final UUID ID = SdkTest.ID;
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-12-18T16:00:00+01:00");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One call of every operation, with as much as it can carry. */
  private static final ReportPeriod PERIOD =
      ReportPeriod.between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))
          .campaign(ID)
          .agent(ID)
          .zone(ZoneOffset.UTC)
          .groupBy(ReportGrouping.CAMPAIGN);

  private static final Map<String, Function<WarmlineClient, Object>> CALLS = new TreeMap<>();

  static {
    CALLS.put("createCampaign", c -> c.campaigns().createCampaign(campaign()));
    CALLS.put("listCampaigns", c -> c.campaigns().listCampaigns(Paging.all().limit(2).cursor("c")));
    CALLS.put("getCampaign", c -> c.campaigns().getCampaign(ID));
    CALLS.put(
        "updateCampaign",
        c -> c.campaigns().updateCampaign(ID, "\"0\"", new CampaignPatch().description(null)));
    CALLS.put("deleteCampaign", run(c -> c.campaigns().deleteCampaign(ID, "\"0\"")));
    CALLS.put("pauseCampaign", c -> c.campaigns().pauseCampaign(ID));
    CALLS.put("resumeCampaign", c -> c.campaigns().resumeCampaign(ID));
    CALLS.put("getQueue", c -> c.campaigns().getQueue(ID, 5));
    CALLS.put("createAgent", c -> c.agents().createAgent(new NewAgent().name("Ann")));
    CALLS.put("listAgents", c -> c.agents().listAgents(Paging.all().limit(2).cursor("c")));
    CALLS.put("getAgent", c -> c.agents().getAgent(ID));
    CALLS.put("updateAgent", c -> c.agents().updateAgent(ID, new AgentPatch().email(null)));
    CALLS.put("deleteAgent", run(c -> c.agents().deleteAgent(ID)));
    CALLS.put("signOn", c -> c.presence().signOn(ID, new SignOn().silenceSeconds(900)));
    CALLS.put("changePresence", c -> c.presence().changePresence(ID, AgentState.BREAK));
    CALLS.put("signOff", c -> c.presence().signOff(ID));
    CALLS.put("getPresence", c -> c.presence().getPresence(ID));
    CALLS.put("listPresence", c -> c.presence().listPresence(Paging.all().limit(2).cursor("c")));
    CALLS.put(
        "createSavedFilter",
        c ->
            c.savedFilters()
                .createSavedFilter(
                    new NewSavedFilter()
                        .name("Roofs")
                        .conditions(new LeadConditions().campaignId(ID).q("roof"))));
    CALLS.put(
        "listSavedFilters",
        c -> c.savedFilters().listSavedFilters(Paging.all().limit(2).cursor("c")));
    CALLS.put("getSavedFilter", c -> c.savedFilters().getSavedFilter(ID));
    CALLS.put(
        "updateSavedFilter",
        c ->
            c.savedFilters()
                .updateSavedFilter(
                    ID,
                    "\"0\"",
                    new SavedFilterPatch().conditions(new LeadConditionsPatch().tags(null))));
    CALLS.put("deleteSavedFilter", run(c -> c.savedFilters().deleteSavedFilter(ID, "\"0\"")));
    CALLS.put(
        "createBulkOperation",
        c ->
            c.bulk()
                .createBulkOperation(
                    new NewBulkOperation()
                        .kind(BulkKind.TAG)
                        .filter(new BulkFilter().campaignId(ID).savedFilterId(ID))
                        .tags(List.of("solar"))));
    CALLS.put(
        "listBulkOperations", c -> c.bulk().listBulkOperations(Paging.all().limit(2).cursor("c")));
    CALLS.put("getBulkOperation", c -> c.bulk().getBulkOperation(ID));
    CALLS.put(
        "listBulkItems",
        c -> c.bulk().listBulkItems(ID, BulkOutcome.REFUSED, Paging.all().limit(2).cursor("c")));
    CALLS.put(
        "undoBulkOperation",
        c -> c.bulk().undoBulkOperation(ID, new UndoBulkOperation().dryRun(true)));
    CALLS.put(
        "createComplaint",
        c ->
            c.complaints()
                .createComplaint(new NewComplaint().leadId(ID).words("The invoice came twice.")));
    CALLS.put(
        "listComplaints",
        c ->
            c.complaints()
                .listComplaints(
                    ComplaintFilter.all()
                        .status(ComplaintStatus.OPEN)
                        .leadId(ID)
                        .campaignId(ID)
                        .limit(2)
                        .cursor("c")));
    CALLS.put("getComplaint", c -> c.complaints().getComplaint(ID));
    CALLS.put(
        "closeComplaint",
        c -> c.complaints().closeComplaint(ID, new CloseComplaint().note("Credited.")));
    CALLS.put("getRecording", c -> c.quality().getRecording(ID));
    CALLS.put(
        "setRecording",
        c ->
            c.quality()
                .setRecording(ID, new SetRecording().url("https://recordings.example/1.mp3")));
    CALLS.put("deleteRecording", run(c -> c.quality().deleteRecording(ID)));
    CALLS.put(
        "createReview", c -> c.quality().createReview(ID, new NewReview().note("Good opening.")));
    CALLS.put("getReview", c -> c.quality().getReview(ID, ID));
    CALLS.put("listReviews", c -> c.quality().listReviews(ID));
    CALLS.put(
        "correctReview",
        c -> c.quality().correctReview(ID, ID, "\"0\"", new NewReview().note("Good opening.")));
    CALLS.put("deleteReview", run(c -> c.quality().deleteReview(ID, ID, "\"0\"")));
    CALLS.put("createClient", c -> c.clients().createClient(new NewClient().name("Chemel")));
    CALLS.put("listClients", c -> c.clients().listClients(Paging.all().limit(2).cursor("c")));
    CALLS.put("getClient", c -> c.clients().getClient(ID));
    CALLS.put(
        "updateClient", c -> c.clients().updateClient(ID, "\"0\"", new ClientPatch().notes(null)));
    CALLS.put("deleteClient", run(c -> c.clients().deleteClient(ID, "\"0\"")));
    CALLS.put(
        "createProgramme",
        c ->
            c.programmes()
                .createProgramme(new NewProgramme().kind(ProgrammeKind.REHEAT).name("Reheat")));
    CALLS.put(
        "listProgrammes", c -> c.programmes().listProgrammes(Paging.all().limit(2).cursor("c")));
    CALLS.put("getProgramme", c -> c.programmes().getProgramme(ID));
    CALLS.put(
        "updateProgramme",
        c -> c.programmes().updateProgramme(ID, "\"0\"", new ProgrammePatch().hint(null)));
    CALLS.put("deleteProgramme", run(c -> c.programmes().deleteProgramme(ID, "\"0\"")));
    CALLS.put("getTimeline", c -> c.leads().getTimeline(ID, Paging.all().limit(2).cursor("c")));
    CALLS.put(
        "importSuppressions",
        c ->
            c.registries()
                .importSuppressions(
                    "US_NATIONAL",
                    "US",
                    AT.toLocalDate(),
                    RegistryFile.of(
                            new ByteArrayInputStream(
                                "+15046218927\n".getBytes(StandardCharsets.UTF_8)))
                        .country("US")
                        .allowOutdated()));
    CALLS.put("getSuppressionImport", c -> c.registries().getSuppressionImport(ID));
    CALLS.put(
        "listRegistries", c -> c.registries().listRegistries(Paging.all().limit(2).cursor("c")));
    CALLS.put("createLead", c -> c.leads().createLead(lead()));
    CALLS.put("listLeads", c -> c.leads().listLeads(everyLead()));
    CALLS.put(
        "searchLeads",
        c ->
            c.leads()
                .searchLeads(LeadSearch.of("jame butt").campaignId(ID).savedFilterId(ID).limit(5)));
    CALLS.put("getLead", c -> c.leads().getLead(ID));
    CALLS.put(
        "updateLead",
        c -> c.leads().updateLead(ID, "\"0\"", new LeadPatch().notes(null).score(80)));
    CALLS.put("deleteLead", run(c -> c.leads().deleteLead(ID, "\"0\"")));
    CALLS.put("upsertLead", c -> c.leads().upsertLead(ID, "crm/1 ä", fields()));
    CALLS.put("getCallability", c -> c.leads().getCallability(ID, AT));
    CALLS.put(
        "findDuplicates",
        c ->
            c.numbers().findDuplicates(ID, DuplicateKey.NUMBER, Paging.all().limit(2).cursor("c")));
    CALLS.put(
        "mergeLeads", c -> c.numbers().mergeLeads(ID, new DuplicateLead().duplicateLeadId(ID)));
    CALLS.put("undoMerge", c -> c.numbers().undoMerge(ID, new DuplicateLead().duplicateLeadId(ID)));
    CALLS.put("getNumber", c -> c.numbers().getNumber("+15046218927"));
    CALLS.put("moveLead", c -> c.leads().moveLead(ID, new MoveLead().campaignId(ID)));
    CALLS.put("eraseLead", c -> c.leads().eraseLead(ID, new EraseLead().reason("asked")));
    CALLS.put(
        "startImport",
        c ->
            c.imports()
                .startImport(
                    ID,
                    file()
                        .duplicatePolicy(DuplicatePolicy.SKIP)
                        .source(LeadSource.OTHER)
                        .headerRow(1)
                        .mapping("trade-fair")
                        .outcome("NP", LeadStatus.DISQUALIFIED)
                        .sheet("Leads")));
    CALLS.put("getImport", c -> c.imports().getImport(ID));
    CALLS.put(
        "listRejections",
        c ->
            c.imports()
                .listRejections(ID, RejectionKind.WARNED, Paging.all().limit(2).cursor("c")));
    CALLS.put("exportRejections", c -> c.imports().exportRejections(ID));
    CALLS.put("undoImport", c -> c.imports().undoImport(ID));
    CALLS.put("listImportMappings", c -> c.imports().listImportMappings());
    CALLS.put(
        "saveImportMapping",
        c -> c.imports().saveImportMapping("trade-fair", new NewImportMapping()));
    CALLS.put("deleteImportMapping", run(c -> c.imports().deleteImportMapping("trade-fair")));
    CALLS.put(
        "exportLeads",
        c ->
            c.imports()
                .exportLeads(
                    ID,
                    ExportPreset.HUBSPOT,
                    LeadSegment.all()
                        .tag("solar")
                        .importId(ID)
                        .source(LeadSource.HUBSPOT)
                        .savedFilterId(ID)));
    CALLS.put("claimNextLead", c -> c.claims().claimNextLead(ID).orElseThrow());
    CALLS.put(
        "claimLeads", c -> c.claims().claimLeads(new BatchClaimRequest().agentId(ID).limit(2)));
    CALLS.put("getClaim", c -> c.claims().getClaim(ID));
    CALLS.put("extendClaim", c -> c.claims().extendClaim(ID, new ExtendClaim().agentId(ID)));
    CALLS.put(
        "releaseClaim",
        c ->
            c.claims()
                .releaseClaim(ID, new ReleaseClaim().agentId(ID).reason(ReleaseReason.SKIPPED)));
    CALLS.put("logCall", c -> c.calls().logCall(call()));
    CALLS.put("logCalls", c -> c.calls().logCalls(List.of(call(), call())));
    CALLS.put("listCalls", c -> c.calls().listCalls(everyCall()));
    CALLS.put("getCall", c -> c.calls().getCall(ID));
    CALLS.put("explainCall", c -> c.calls().explainCall(ID));
    CALLS.put(
        "explainNumber",
        c -> c.suppressions().explainNumber(new NumberExplanationRequest().phone("+15046218927")));
    CALLS.put("amendCall", c -> c.calls().amendCall(ID, new CallPatch().notes("better")));
    CALLS.put(
        "createCallback",
        c -> c.callbacks().createCallback(new NewCallback().leadId(ID).dueAt(AT)));
    CALLS.put("listCallbacks", c -> c.callbacks().listCallbacks(everyCallback()));
    CALLS.put("getCallback", c -> c.callbacks().getCallback(ID));
    CALLS.put(
        "updateCallback",
        c -> c.callbacks().updateCallback(ID, "\"0\"", new CallbackPatch().agentId(null)));
    CALLS.put(
        "cancelCallback",
        c -> c.callbacks().cancelCallback(ID, new CancelCallback().reason("moved away")));
    CALLS.put(
        "interpretPhrase",
        c -> c.callbacks().interpretPhrase(new PhraseQuestion().words("in a month").leadId(ID)));
    CALLS.put(
        "renderTalkTrack", c -> c.talkTracks().renderTalkTrack(new TalkTrackRequest().leadId(ID)));
    CALLS.put(
        "lintScript",
        c ->
            c.talkTracks()
                .lintScript(
                    new ScriptToLint()
                        .kind(CallKind.CALLBACK)
                        .text("Just checking in.")
                        .scope(LintScope.LINE)));
    CALLS.put(
        "createAppointment",
        c -> c.appointments().createAppointment(new NewAppointment().leadId(ID).startsAt(AT)));
    CALLS.put("listAppointments", c -> c.appointments().listAppointments(everyAppointment()));
    CALLS.put("getAppointment", c -> c.appointments().getAppointment(ID));
    CALLS.put(
        "confirmAppointment",
        c -> c.appointments().confirmAppointment(ID, new ConfirmAppointment().callId(ID)));
    CALLS.put(
        "rescheduleAppointment",
        c -> c.appointments().rescheduleAppointment(ID, new RescheduleAppointment().startsAt(AT)));
    CALLS.put(
        "cancelAppointment",
        c ->
            c.appointments()
                .cancelAppointment(ID, new CancelAppointment().cancelledBy(CancelledBy.CLIENT)));
    CALLS.put(
        "recordAttendance",
        c ->
            c.appointments()
                .recordAttendance(ID, new RecordAttendance().outcome(AttendanceOutcome.NO_SHOW)));
    CALLS.put("getAppointmentCalendar", c -> c.appointments().getAppointmentCalendar(ID));
    CALLS.put(
        "listFreeSlots",
        c ->
            c.clients()
                .listFreeSlots(ID, FreeSlotFilter.soon().from(AT).to(AT).limit(2).cursor("c")));
    CALLS.put("createCalendarLink", c -> c.calendars().createCalendarLink(ID));
    CALLS.put("revokeCalendarLink", run(c -> c.calendars().revokeCalendarLink(ID)));
    CALLS.put(
        "listHandoffs",
        c ->
            c.handOffs()
                .listHandoffs(
                    HandoffFilter.all()
                        .status(HandoffStatus.OFFERED)
                        .campaignId(ID)
                        .clientId(ID)
                        .leadId(ID)
                        .limit(2)
                        .cursor("c")));
    CALLS.put("getHandoff", c -> c.handOffs().getHandoff(ID));
    CALLS.put(
        "acceptHandoff",
        c ->
            c.handOffs()
                .acceptHandoff(
                    ID, new AcceptHandoff().comment("ours"), RequestOption.ifMatch("\"0\"")));
    CALLS.put(
        "returnHandoff",
        c ->
            c.handOffs()
                .returnHandoff(
                    ID,
                    new ReturnHandoff().reason(ReturnReason.DUPLICATE),
                    RequestOption.ifMatch("\"0\"")));
    CALLS.put(
        "recordAppointmentOutcome",
        c ->
            c.outcomes()
                .recordAppointmentOutcome(ID, new NewOutcome().outcome(OutcomeKind.PROPOSAL)));
    CALLS.put(
        "recordHandoffOutcome",
        c ->
            c.outcomes()
                .recordHandoffOutcome(
                    ID, new NewOutcome().outcome(OutcomeKind.LOST).reason("no budget")));
    CALLS.put(
        "listOutcomes",
        c ->
            c.outcomes()
                .listOutcomes(
                    OutcomeFilter.all()
                        .leadId(ID)
                        .appointmentId(ID)
                        .handoffId(ID)
                        .campaignId(ID)
                        .clientId(ID)
                        .outcome(OutcomeKind.WON)
                        .limit(2)
                        .cursor("c")));
    CALLS.put("getOutcome", c -> c.outcomes().getOutcome(ID));
    CALLS.put(
        "correctOutcome",
        c ->
            c.outcomes()
                .correctOutcome(
                    ID, new CorrectOutcome().reason("mistyped"), RequestOption.ifMatch("\"0\"")));
    CALLS.put(
        "correctAttendance",
        c ->
            c.appointments()
                .correctAttendance(
                    ID,
                    new CorrectAttendance().outcome(AttendanceOutcome.HELD).reason("late"),
                    RequestOption.ifMatch("\"0\"")));
    CALLS.put("getCallbackCalendar", c -> c.calendars().getCallbackCalendar("a-long-token"));
    CALLS.put(
        "recordSignals",
        c ->
            c.signals()
                .recordSignals(List.of(new NewSignal().leadId(ID).type(SignalType.LINK_CLICK))));
    CALLS.put(
        "createTrackedLink",
        c ->
            c.signals()
                .createTrackedLink(ID, new NewTrackedLink().url("https://www.chemel.example/")));
    CALLS.put("followTrackedLink", c -> c.signals().followTrackedLink("a-long-token"));
    CALLS.put(
        "listFollowUps",
        c ->
            c.followUps()
                .listFollowUps(
                    FollowUpFilter.all()
                        .status(FollowUpStatus.OWED)
                        .campaignId(ID)
                        .agentId(ID)
                        .leadId(ID)
                        .limit(2)
                        .cursor("c")));
    CALLS.put(
        "markFollowUpSent", c -> c.followUps().markFollowUpSent(ID, new FollowUpSent().sentAt(AT)));
    CALLS.put(
        "addSuppression",
        c -> c.suppressions().addSuppression(new NewSuppression().phone("+15046218927")));
    CALLS.put(
        "listSuppressions",
        c ->
            c.suppressions()
                .listSuppressions(
                    SuppressionFilter.all()
                        .phone("+15046218927")
                        .campaignId(ID)
                        .clientId(ID)
                        .limit(2)
                        .cursor("c")));
    CALLS.put(
        "removeSuppression",
        c -> c.suppressions().removeSuppression(ID, new RemoveSuppression().evidence("letter")));
    CALLS.put(
        "checkNumber",
        c -> c.suppressions().checkNumber(new NumberCheckRequest().phone("+15046218927")));
    CALLS.put("getActivityReport", c -> c.reports().getActivityReport(PERIOD));
    CALLS.put("getQualityReport", c -> c.reports().getQualityReport(PERIOD));
    CALLS.put("getCallbacksReport", c -> c.reports().getCallbacksReport(PERIOD));
    CALLS.put("getAppointmentsReport", c -> c.reports().getAppointmentsReport(PERIOD));
    CALLS.put("getQualificationReport", c -> c.reports().getQualificationReport(PERIOD));
    CALLS.put("getHandoffsReport", c -> c.reports().getHandoffsReport(PERIOD));
    CALLS.put("getSpeedToLeadReport", c -> c.reports().getSpeedToLeadReport(PERIOD));
    CALLS.put("getSalesReport", c -> c.reports().getSalesReport(PERIOD));
    CALLS.put("getLiveNumbers", c -> c.reports().getLiveNumbers(ZoneId.of("America/New_York")));
    CALLS.put("getBestHoursReport", c -> c.reports().getBestHoursReport(PERIOD));
    CALLS.put(
        "listCallingRules",
        c ->
            c.callingRules()
                .listCallingRules(CallingRuleFilter.all().jurisdiction("US-FL").audience("B2C")));
    CALLS.put(
        "checkCallability",
        c -> c.callingRules().checkCallability(new PlaceToCall().phone("+13052345678")));
    CALLS.put(
        "saveCallingRule",
        c -> c.callingRules().saveCallingRule("house-lunch-break", new HouseRule().notes("Lunch")));
    CALLS.put("listAcceptedJurisdictions", c -> c.callingRules().listAcceptedJurisdictions());
    CALLS.put(
        "acceptJurisdiction",
        c ->
            c.callingRules()
                .acceptJurisdiction(
                    "IS", new JurisdictionAcceptance().by("Dave").reason("Counsel")));
    CALLS.put("withdrawJurisdiction", run(c -> c.callingRules().withdrawJurisdiction("IS")));
    CALLS.put(
        "liftCallingRule",
        c ->
            c.callingRules()
                .liftCallingRule("gb-hours", new RuleLift().by("Dave").reason("Appointments")));
    CALLS.put("restoreCallingRule", run(c -> c.callingRules().restoreCallingRule("gb-hours")));
    CALLS.put(
        "deleteCallingRule", run(c -> c.callingRules().deleteCallingRule("house-lunch-break")));
    CALLS.put("deleteRegistry", run(c -> c.registries().deleteRegistry(ID)));
    CALLS.put(
        "createApiKey",
        c -> c.keys().createApiKey(new NewApiKey().name("Dialler").scopes(List.of("leads:read"))));
    CALLS.put("listApiKeys", c -> c.keys().listApiKeys(Paging.all().limit(2).cursor("c")));
    CALLS.put("getApiKey", c -> c.keys().getApiKey(ID));
    CALLS.put("rotateApiKey", c -> c.keys().rotateApiKey(ID, new RotateApiKey()));
    CALLS.put("revokeApiKey", c -> c.keys().revokeApiKey(ID));
    CALLS.put("createTenant", c -> c.tenants().createTenant(new NewTenant().name("A firm")));
    CALLS.put("listTenants", c -> c.tenants().listTenants(Paging.all().limit(2).cursor("c")));
    CALLS.put("getTenant", c -> c.tenants().getTenant(ID));
    CALLS.put("suspendTenant", c -> c.tenants().suspendTenant(ID));
    CALLS.put("resumeTenant", c -> c.tenants().resumeTenant(ID));
    CALLS.put("deleteTenant", c -> c.tenants().deleteTenant(ID, "A firm"));
    CALLS.put("exportTenant", c -> c.tenants().exportTenant(ID));
    CALLS.put(
        "listOperatorActions",
        c -> c.tenants().listOperatorActions(Paging.all().limit(2).cursor("c")));
    CALLS.put(
        "createWebhook",
        c ->
            c.webhooks()
                .createWebhook(new NewWebhook().url("https://hooks.example.com/").fullData(true)));
    CALLS.put("listWebhooks", c -> c.webhooks().listWebhooks(Paging.all().limit(2).cursor("c")));
    CALLS.put("getWebhook", c -> c.webhooks().getWebhook(ID));
    CALLS.put(
        "updateWebhook",
        c -> c.webhooks().updateWebhook(ID, "\"0\"", new WebhookPatch().description(null)));
    CALLS.put("deleteWebhook", run(c -> c.webhooks().deleteWebhook(ID, "\"0\"")));
    CALLS.put(
        "rotateWebhookSecret",
        c -> c.webhooks().rotateWebhookSecret(ID, new RotateWebhookSecret()));
    CALLS.put("testWebhook", c -> c.webhooks().testWebhook(ID));
    CALLS.put("replayEvents", c -> c.webhooks().replayEvents(ID, 1, 17));
    CALLS.put(
        "listDeliveries",
        c ->
            c.webhooks()
                .listDeliveries(ID, DeliveryStatus.FAILED, Paging.all().limit(2).cursor("c")));
    CALLS.put("replayDelivery", c -> c.webhooks().replayDelivery(ID, ID));
    CALLS.put("getRetention", c -> c.retention().getRetention());
    CALLS.put(
        "setRetention", c -> c.retention().setRetention(new RetentionRules().auditDays(1100)));
    CALLS.put("exportLead", c -> c.privacy().exportLead(ID));
    CALLS.put(
        "listAuditEntries",
        c ->
            c.auditLog()
                .listAuditEntries(
                    AuditFilter.all()
                        .keyId(ID)
                        .operation("createLead")
                        .resourceId(ID)
                        .from(AT)
                        .to(AT)
                        .limit(2)
                        .cursor("c")));
    CALLS.put("exportAuditLog", c -> c.auditLog().exportAuditLog(AuditFilter.all().resourceId(ID)));
    CALLS.put(
        "streamEvents",
        c -> c.events().streamEvents(EventFilter.all().type("callback.due"), event -> false));
    CALLS.put(
        "listEvents",
        c -> c.events().listEvents(EventFilter.all().after(7).type("call.logged").limit(2)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasAMethodOfItsNameUnderItsTag(Operation operation) throws Exception {
    Method resource = WarmlineClient.class.getMethod(accessor(operation.tag()));

    assertThat(resource.getReturnType().getMethods())
        .extracting(Method::getName)
        .contains(operation.id());
  }

  /** {@code Calling rules} is {@code callingRules}. */
  private static String accessor(String tag) {
    StringBuilder name = new StringBuilder();
    for (String word : tag.toLowerCase(Locale.ROOT).split("[ -]")) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  @Test
  void everyOperationIsCalledByThisTest() {
    assertThat(CALLS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Contract.operations().stream().map(Operation::id).toList());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyMethodAsksWhatTheContractSaysAndUnderstandsItsExample(Operation operation)
      throws IOException {
    server.replies(example(operation));

    Object result = CALLS.get(operation.id()).apply(client());

    assertThat(result).isNotNull();
    Asked asked = server.lastAsked();
    assertThat(operation.matches(asked)).as(asked.method() + " " + asked.path()).isTrue();
    assertThat(operation.parameters("query")).containsAll(queryNames(asked));
    assertThat(asked.header("Idempotency-Key").isPresent())
        .isEqualTo(operation.parameters("header").contains("Idempotency-Key"));
    assertThat(asked.header("Authorization")).contains("Bearer wl_test_secret");
    assertThat(asked.header("User-Agent").orElseThrow()).startsWith("warmline-java/0");
    assertBody(operation, asked);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whateverComesWithAnETagCarriesIt(Operation operation) {
    boolean versioned = operation.success().getValue().path("headers").has("ETag");
    server.replies(example(operation));

    Object result = CALLS.get(operation.id()).apply(client());

    assertThat(result instanceof Versioned<?>).isEqualTo(versioned);
    if (result instanceof Versioned<?> found) {
      assertThat(found.etag()).isEqualTo("\"1\"");
    }
  }

  @ParameterizedTest
  @MethodSource("io.warmline.sdk.Contract#examples")
  void everyExampleSurvivesReadingAndWriting(Contract.Example example) throws Exception {
    String name = example.schema().equals("Import") ? "LeadImport" : example.schema();
    Class<?> model = Class.forName("io.warmline.sdk.model." + name);

    Object read = Json.read(MAPPER.writeValueAsBytes(example.value()), model);

    assertThat(MAPPER.readTree(Json.write(read)))
        .isEqualTo(MAPPER.readTree(example.value().toString()));
  }

  static List<Operation> operations() {
    return Contract.operations();
  }

  private static Reply example(Operation operation) {
    JsonNode success = operation.success().getValue();
    int status = Integer.parseInt(operation.success().getKey());
    JsonNode content = success.path("content");
    Reply reply =
        content.has("application/json")
            ? Reply.json(status, exampleOf(content.path("application/json")).toString())
            : file(status, content);
    if (success.path("headers").has("Location") && status == 302) {
      reply = reply.header("Location", "https://www.chemel.example/");
    }
    return success.path("headers").has("ETag") ? reply.header("ETag", "\"1\"") : reply;
  }

  private static Reply file(int status, JsonNode content) {
    for (String type : List.of("text/csv", "text/calendar", "application/zip")) {
      if (content.has(type)) {
        return new Reply(status, Map.of("Content-Type", type), "a file\n");
      }
    }
    if (content.has("text/event-stream")) {
      return new Reply(
          status,
          Map.of("Content-Type", "text/event-stream"),
          exampleOf(content.path("text/event-stream")).asText());
    }
    return new Reply(status, Map.of(), "");
  }

  private static JsonNode exampleOf(JsonNode content) {
    return content.has("example")
        ? content.path("example")
        : content.path("examples").elements().next().path("value");
  }

  private static List<String> queryNames(Asked asked) {
    return Stream.of(asked.query().split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.substring(0, pair.indexOf('=')))
        .toList();
  }

  private static void assertBody(Operation operation, Asked asked) throws IOException {
    if (!operation.hasBody()) {
      assertThat(asked.body()).isEmpty();
      assertThat(asked.header("Content-Type")).isEmpty();
      return;
    }
    String mediaType = asked.header("Content-Type").orElseThrow();
    JsonNode schema = operation.requestBody(mediaType).orElseThrow();
    if (mediaType.endsWith("json") && !mediaType.endsWith("ndjson")) {
      JsonNode body = MAPPER.readTree(asked.body());
      assertThat(fieldNames(schema.path("properties"))).containsAll(fieldNames(body));
      assertThat(fieldNames(body))
          .containsAll(Contract.elements(schema.path("required")).map(JsonNode::asText).toList());
    }
  }

  private static List<String> fieldNames(JsonNode node) {
    return Contract.fields(node).map(Map.Entry::getKey).toList();
  }

  private static Function<WarmlineClient, Object> run(Consumer<WarmlineClient> call) {
    return client -> {
      call.accept(client);
      return "done";
    };
  }

  private static NewCampaign campaign() {
    TimeWindow window = new TimeWindow().from("09:00").to("20:00");
    return new NewCampaign()
        .name("Managed IT")
        .defaultCountry("US")
        .timeZone("America/New_York")
        .callingHours(new CallingHours().monday(List.of(window)))
        .policy(new CampaignPolicy().maxAttempts(5));
  }

  private static NewLead lead() {
    return new NewLead()
        .campaignId(ID)
        .phones(List.of("+15046218927"))
        .customFields(Map.of("seats", "40"));
  }

  private static LeadFields fields() {
    return new LeadFields().phones(List.of("+15046218927"));
  }

  private static NewCall call() {
    return new NewCall()
        .claimId(ID)
        .disposition(Disposition.CALLBACK_REQUESTED)
        .callback(new CallbackPromise().words("in two days").dueAt(AT));
  }

  private static LeadFile file() {
    byte[] csv = "Cell\n+15046218927\n".getBytes(StandardCharsets.UTF_8);
    return LeadFile.csv(new ByteArrayInputStream(csv)).dryRun().map("Cell", "phone1");
  }

  private static LeadFilter everyLead() {
    return LeadFilter.all()
        .campaignId(ID)
        .status(LeadStatus.COLD)
        .phone("+15046218927")
        .email("a@example.com")
        .externalId("crm-1")
        .updatedAfter(AT)
        .limit(2)
        .cursor("c")
        .tag("solar")
        .importId(ID)
        .source(LeadSource.HUBSPOT)
        .companyOf(ID)
        .savedFilterId(ID);
  }

  private static CallFilter everyCall() {
    return CallFilter.all()
        .campaignId(ID)
        .leadId(ID)
        .agentId(ID)
        .disposition(Disposition.SALE)
        .checkIn(CheckIn.REORDER)
        .startedAfter(AT)
        .limit(2)
        .cursor("c");
  }

  private static CallbackFilter everyCallback() {
    return CallbackFilter.all()
        .campaignId(ID)
        .agentId(ID)
        .leadId(ID)
        .status(CallbackStatus.DUE)
        .due(true)
        .overdue(false)
        .limit(2)
        .cursor("c");
  }

  private static AppointmentFilter everyAppointment() {
    return AppointmentFilter.all()
        .campaignId(ID)
        .leadId(ID)
        .agentId(ID)
        .clientId(ID)
        .status(AppointmentStatus.SET)
        .from(AT)
        .to(AT)
        .limit(2)
        .cursor("c");
  }
}
