package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Page;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.Event;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.Tenants;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportsTest extends OnPostgres {

  @Inject ChangeCampaign changeCampaign;
  @Inject RemoveLead removeLead;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject ForgetImportUploads forgetUploads;
  @Inject ExportLeads exportLeads;
  @Inject Imports imports;
  @Inject ImportJobs jobs;
  @Inject Tenants tenants;
  @Inject MergeBatch mergeBatch;
  @Inject TableStatistics statistics;
  @Inject WindowBuckets windows;
  @Inject ReadAhead readAhead;
  @Inject Events events;

  private ReceiveImport.Received receive(CampaignId campaign, String csv, boolean dryRun) {
    try {
      return receiveImport.receive(
          campaign, LeadFile.Format.CSV, ColumnMapping.automatic(), dryRun, Leads.stream(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportId enqueue(CampaignId campaign, String csv) {
    return receiveImport.enqueue(receive(campaign, csv, false).id()).id();
  }

  private Import importInto(CampaignId campaign, String csv) {
    ImportId id = enqueue(campaign, csv);
    assertThat(runImports.runNext()).isTrue();
    return imports.get(id);
  }

  private Import rehearse(CampaignId campaign, String csv) {
    ImportId id = receiveImport.enqueue(receive(campaign, csv, true).id()).id();
    assertThat(runImports.runNext()).isTrue();
    return imports.get(id);
  }

  /** What a campaign has come to, without ids and times, in the order of its leads. */
  private List<Map<String, Object>> leads(CampaignId campaign) {
    return rows(
        """
        select l.external_id, l.status, l.phone, l.first_name, l.last_name, l.company, l.job_title, l.email, l.city, l.country,
          l.time_zone, l.language, l.score, l.notes, cast(l.custom_fields as text) as custom, l.version,
          (select string_agg(p.position || p.e164 || p.zone_source || cast(p.candidate_zones as text) || cast(b.zones as text)
                    || b.language, ' ' order by p.position)
           from lead_phone p join window_bucket b on b.tenant_id = p.tenant_id and b.id = p.bucket_id
           where p.tenant_id = l.tenant_id and p.lead_id = l.id) as numbers,
          q.phone as dial, q.state, q.tier, q.score as rank, q.blocked_by, q.due_at = l.created_at as in_line
        from lead l join queue_entry q on q.tenant_id = l.tenant_id and q.lead_id = l.id
        where l.tenant_id = :tenant and l.campaign_id = :campaign
        order by l.id
        """,
        campaign);
  }

  private Map<String, Object> onlyLead(CampaignId campaign) {
    List<Map<String, Object>> leads = leads(campaign);
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }

  private List<Map<String, Object>> rows(String query, CampaignId campaign) {
    return transaction.call(
        () -> sql.query(query, q -> q.bind("campaign", campaign.value()).mapToMap().list()));
  }

  private void execute(String statement) {
    transaction.run(() -> sql.update(statement, u -> {}));
  }

  private long count(String table) {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from " + table + " where tenant_id = :tenant",
                q -> q.mapTo(Long.class).one()));
  }

  private static String realList() {
    try (InputStream file = ImportsTest.class.getResourceAsStream("us-20.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String longList(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> "Lead %d,504-621-%04d,%s".formatted(i, i, i % 7 == 0 ? "x-" + i : ""))
        .collect(Collectors.joining("\n", "first_name,phone,external_id\n", "\n"));
  }

  /** Rows created, merged and rejected. */
  private static List<Long> counts(Import done) {
    Import.Progress progress = done.progress();
    return List.of(progress.created(), progress.merged(), progress.rejected());
  }

  @Test
  void rowsOfARealListBecomeColdLeadsInTheOrderOfTheFile() {
    CampaignId campaign = given.campaign();

    Import done = importInto(campaign, realList());

    assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(counts(done)).containsExactly(20L, 0L, 0L);
    assertThat(done.layout().charset()).isEqualTo("UTF-8");
    assertThat(done.layout().delimiter()).contains(",");
    assertThat(done.layout().columns().orElseThrow())
        .contains(
            new Import.Column("company_name", "company"), new Import.Column("phone1", "phone1"));
    assertThat(done.bytes()).isEqualTo(realList().getBytes(StandardCharsets.UTF_8).length);
    assertThat(done.finishedAt()).isPresent();
    List<Map<String, Object>> leads = leads(campaign);
    assertThat(leads).extracting("first_name").startsWith("James", "Josephine", "Art").hasSize(20);
    assertThat(leads.get(0))
        .containsEntry("company", "Benton, John B Jr")
        .containsEntry("phone", "+15046218927")
        .containsEntry("dial", "+15046218927")
        .containsEntry("state", "READY")
        .containsEntry("tier", 8)
        .containsEntry("in_line", true);
    assertThat(leads.get(0).get("numbers").toString()).contains("America/Chicago", "+15048451427");
    assertThat(count("import_chunk")).isZero();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    CampaignId campaign = given.campaign();
    importInto(campaign, realList());
    List<Map<String, Object>> before = leads(campaign);

    Import again = importInto(campaign, realList());

    assertThat(counts(again)).containsExactly(0L, 20L, 0L);
    assertThat(leads(campaign)).isEqualTo(before);
  }

  @Test
  void rowsAboutOneProspectAreMergedFieldByField() {
    CampaignId campaign = given.campaign();

    Import done =
        importInto(
            campaign,
            """
            first_name,last_name,city,phone,phone2,score,seats,floor
            James,Butt,,504-621-8927,,,40,
            Jim,,New Orleans,(504) 621-8927,504-845-1427,70,,3
            """);

    assertThat(counts(done)).containsExactly(1L, 1L, 0L);
    Map<String, Object> lead = onlyLead(campaign);
    assertThat(lead)
        .containsEntry("first_name", "Jim")
        .containsEntry("last_name", "Butt")
        .containsEntry("city", "New Orleans")
        .containsEntry("score", 70)
        .containsEntry("rank", 70)
        .containsEntry("version", 0);
    assertThat(lead.get("custom").toString()).contains("\"seats\": \"40\"", "\"floor\": \"3\"");
    assertThat(lead.get("numbers").toString())
        .startsWith("1+15046218927")
        .contains("2+15048451427");
  }

  @Test
  void aLaterFileAddsToALeadAndErasesNothing() {
    CampaignId campaign = given.campaign();
    importInto(campaign, "first_name,city,phone,language\nJames,New Orleans,504-621-8927,es\n");
    execute("update lead set status = 'CONTACTED', attempts = 2 where tenant_id = :tenant");

    Import done =
        importInto(
            campaign,
            "first_name,city,phone,phone2,timezone\n,,504-621-8927,212-736-5000,America/Denver\n");

    assertThat(counts(done)).containsExactly(0L, 1L, 0L);
    assertThat(onlyLead(campaign))
        .containsEntry("first_name", "James")
        .containsEntry("city", "New Orleans")
        .containsEntry("language", "es")
        .containsEntry("status", "CONTACTED")
        .containsEntry("version", 1)
        .containsEntry(
            "numbers",
            "1+15046218927EXPLICIT{America/Denver}{America/Boise}es"
                + " 2+12127365000EXPLICIT{America/Denver}{America/Boise}es");
  }

  @Test
  void anExternalIdFindsItsLeadWhateverTheNumber() {
    CampaignId campaign = given.campaign();
    importInto(campaign, "external_id,first_name,phone\ncrm-1,James,504-621-8927\n");

    Import done = importInto(campaign, "external_id,first_name,phone\ncrm-1,Jim,212-736-5000\n");

    assertThat(counts(done)).containsExactly(0L, 1L, 0L);
    assertThat(onlyLead(campaign))
        .containsEntry("first_name", "Jim")
        .containsEntry("phone", "+15046218927");
    assertThat(onlyLead(campaign).get("numbers").toString()).contains("2+12127365000");
  }

  @Test
  void aRowWithAnExternalIdAdoptsTheLeadThatHasNone() {
    CampaignId campaign = given.campaign();
    importInto(campaign, "first_name,phone\nJames,504-621-8927\n");

    Import done =
        importInto(
            campaign,
            """
            external_id,first_name,phone
            crm-1,James,504-621-8927
            crm-2,Josephine,504-621-8927
            ,Art,504-621-8927
            """);

    assertThat(counts(done)).containsExactly(2L, 1L, 0L);
    assertThat(leads(campaign)).extracting("external_id").containsExactly("crm-1", "crm-2", null);
    assertThat(leads(campaign))
        .extracting("first_name")
        .containsExactly("James", "Josephine", "Art");
  }

  @Test
  void anErasedLeadIsNotBroughtBack() {
    CampaignId campaign = given.campaign();
    importInto(campaign, "external_id,first_name,phone\ncrm-1,James,504-621-8927\n");
    removeLead.erase(new LeadId(idsOf(campaign).get(0)), "asked");

    Import done = importInto(campaign, "external_id,first_name,phone\ncrm-1,James,504-621-8927\n");

    assertThat(counts(done)).containsExactly(0L, 0L, 1L);
    assertThat(leads(campaign)).extracting("first_name").containsOnlyNulls();
  }

  @Test
  void refusedRowsAreListedByLineAndStopNoOthers() {
    CampaignId campaign = given.campaign();

    Import done =
        importInto(
            campaign,
            """
            first_name,phone,phone2,country,email,score
            James,504-621-8927,,USA,,
            Nobody,,,,,
            Short,12,,,,
            Second,12,810-292-9388,,,
            Where,504-845-1427,,Atlantis,,
            Mail,504-845-1427,,,not-an-address,
            "Two
            lines",504-845-1427,,,,2000
            """);

    assertThat(counts(done)).containsExactly(4L, 0L, 3L);
    assertThat(done.progress().warned()).isEqualTo(3);
    assertThat(leads(campaign))
        .extracting("phone")
        .containsExactly("+15046218927", "+18102929388", "+15048451427", "+15048451427");
    Page<Rejection> first =
        imports.rejections(done.id(), Optional.empty(), new Cursor.Paging(3, null));
    Page<Rejection> second =
        imports.rejections(
            done.id(), Optional.empty(), new Cursor.Paging(3, first.next().orElseThrow()));
    assertThat(second.next()).isEmpty();
    List<Rejection> all = new ArrayList<>(first.items());
    all.addAll(second.items());
    assertThat(all)
        .extracting(
            row ->
                "%s %d %s %s"
                    .formatted(row.kind(), row.line(), row.field().orElse("-"), row.code()))
        .containsExactly(
            "REJECTED 3 phone1 MISSING_PHONE",
            "REJECTED 4 phone1 INVALID_PHONE_NUMBER",
            "WARNED 5 phone1 INVALID_PHONE_NUMBER",
            "REJECTED 6 country INVALID_COUNTRY",
            "WARNED 7 email INVALID_EMAIL",
            "WARNED 8 score INVALID_SCORE");
    assertThat(leads(campaign).get(0)).containsEntry("country", "US");
  }

  @Test
  void aServerLostInTheMiddleLeavesNoTrace() {
    CampaignId spared = given.campaign();
    CampaignId struck = given.campaign();
    String list = longList(2500) + "No phone,,\n";
    importInto(spared, list);
    ImportId id = enqueue(struck, list);
    strikeAt("Lead 1700");
    try {
      assertThatThrownBy(() -> runImports.runNext()).hasMessageContaining("struck");
    } finally {
      asOwner("drop function strike() cascade");
    }
    assertThat(counts(imports.get(id))).containsExactly(1000L, 0L, 0L);
    assertThat(leads(struck)).hasSize(1000);
    assertThat(runImports.runNext()).as("the lease still runs").isFalse();

    clock.advance(ImportJobs.LEASE);
    assertThat(runImports.runNext()).isTrue();

    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(counts(imports.get(id))).containsExactly(2500L, 0L, 1L);
    assertThat(leads(struck)).isEqualTo(leads(spared));
    assertThat(imports.rejections(id, Optional.empty(), new Cursor.Paging(10, null)).items())
        .extracting(Rejection::line)
        .containsExactly(2502L);
  }

  @Test
  void aServerThatEndsLeavesAnImportToTheNext() {
    CampaignId campaign = given.campaign();
    ImportId id = enqueue(campaign, realList());
    RunImports ending =
        new RunImports(
            transaction, tenants, jobs, readAhead, mergeBatch, statistics, windows, events, clock);
    ending.leaveOff();
    assertThat(ending.runNext()).isTrue();
    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.RUNNING);
    assertThat(leads(campaign)).isEmpty();

    clock.advance(ImportJobs.LEASE);
    assertThat(runImports.runNext()).isTrue();

    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(leads(campaign)).hasSize(20);
  }

  @Test
  void aServerThatWasSlowerThanItsLeaseWritesNothingMore() {
    CampaignId campaign = given.campaign();
    enqueue(campaign, realList());
    ImportJob job = transaction.call(() -> jobs.takeNext(clock.instant())).orElseThrow();
    clock.advance(ImportJobs.LEASE);
    assertThat(runImports.runNext()).as("another server goes on").isTrue();
    execute(
        "update import_job set status = 'RUNNING', leased_until = now(), finished_at = null where"
            + " tenant_id = :tenant");
    StatedLead stated =
        new StatedLead(
            Map.of(), Map.of(), List.of(new PhoneNumber("+12127365000")), StatedPerson.NOTHING);
    RowBatch late =
        new RowBatch(
            List.of(
                new RowBatch.Row(
                    2, "", new CheckedRow.Usable(stated, List.of(), RowOrigins.UNKNOWN))),
            0);

    assertThatThrownBy(() -> mergeBatch.merge(new ImportRun(job, windows), late))
        .isInstanceOf(LeaseLost.class);

    assertThat(leads(campaign)).hasSize(20);
  }

  private void strikeAt(String firstName) {
    asOwner(
        """
        create function strike() returns trigger language plpgsql as $$
          begin
            if new.first_name = '%s' then raise exception 'struck'; end if;
            return new;
          end $$;
        create trigger strike before insert on lead for each row execute function strike();
        """
            .formatted(firstName));
  }

  @Test
  void rowsThatLoseServerAfterServerEndTheImport() {
    CampaignId campaign = given.campaign();
    ImportId id = enqueue(campaign, realList());
    strikeAt("Art");
    try {
      for (int lost = 0; lost <= 5; lost++) {
        assertThatThrownBy(() -> runImports.runNext()).hasMessageContaining("struck");
        clock.advance(ImportJobs.LEASE);
      }
      assertThat(runImports.runNext()).isTrue();
    } finally {
      asOwner("drop function strike() cascade");
    }

    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(imports.get(id).failure())
        .hasValueSatisfying(why -> assertThat(why).contains("5 times"));
    assertThat(events(EventType.IMPORT_FAILED))
        .extracting(Event::subject)
        .containsExactly(id.value());
    assertThat(count("import_chunk")).isZero();
    assertThat(runImports.runNext()).isFalse();
  }

  @Test
  void theEventTellsTheCounts() {
    CampaignId campaign = given.campaign();

    importInto(campaign, realList() + "Nobody,,,,,,,,,,,\n");

    Event event = events(EventType.IMPORT_COMPLETED).get(0);
    assertThat(event.data()).containsEntry("created", 20).containsEntry("rejected", 1);
  }

  @Test
  void aDryRunForetellsTheCountsAndWritesNoLead() {
    CampaignId campaign = given.campaign();
    importInto(campaign, "first_name,phone\nJames,504-621-8927\n");
    List<Map<String, Object>> before = leads(campaign);
    String list =
        longList(1500)
            + """
            Again,504-621-1499,
            With an id,504-621-1499,crm-1
            The same,212-736-5000,crm-1
            James,504-621-8927,crm-2
            James,212-736-5000,crm-2
            Nobody,,
            """;

    Import rehearsed = rehearse(campaign, list);

    assertThat(leads(campaign)).isEqualTo(before);
    assertThat(count("import_rehearsal")).isZero();
    assertThat(
            imports
                .rejections(rehearsed.id(), Optional.empty(), new Cursor.Paging(10, null))
                .items())
        .hasSize(1);
    Import run = importInto(campaign, list);
    assertThat(run.progress()).isEqualTo(rehearsed.progress());
    assertThat(counts(run)).containsExactly(1502L, 3L, 1L);
  }

  @Test
  void suppressedNumbersAreImportedButClosed() {
    CampaignId campaign = given.campaign();
    execute(
        """
        insert into suppression (tenant_id, id, phone, scope, source, created_at)
        values (:tenant, gen_random_uuid(), '+15046218927', 'TENANT', 'API', now()),
               (:tenant, gen_random_uuid(), '+18102929388', 'TENANT', 'API', now())
        """);

    importInto(
        campaign,
        """
        first_name,phone,phone2
        James,504-621-8927,
        Josephine,810-292-9388,810-374-9840
        Art,856-636-8749,
        """);

    assertThat(leads(campaign)).extracting("state").containsExactly("CLOSED", "READY", "READY");
    assertThat(leads(campaign)).extracting("blocked_by").containsExactly("DO_NOT_CALL", null, null);
    assertThat(leads(campaign))
        .extracting("dial")
        .containsExactly(null, "+18103749840", "+18566368749");
  }

  @Test
  void aNumberThatWasJustCalledWaits() {
    CampaignId one = given.campaign();
    CampaignId other = given.campaign();
    AgentId agent = given.agent();
    importInto(one, "first_name,phone\nJames,504-621-8927\n");
    desk.log(new LeadId(idsOf(one).get(0)), agent, Disposition.NO_ANSWER);

    importInto(other, "first_name,phone\nJames,504-621-8927\n");

    assertThat(onlyLead(other))
        .containsEntry("state", "WAITING")
        .containsEntry("blocked_by", "ATTEMPT_GAP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"504-621-%04d,", "504-621-%04d,crm-%1$d"})
  void twoImportsAtOnceMakeNoDuplicates(String row) {
    CampaignId campaign = given.campaign();
    String list =
        IntStream.range(0, 3000)
            .mapToObj(i -> row.formatted(i))
            .collect(Collectors.joining("\n", "phone,external_id\n", "\n"));
    ImportId one = enqueue(campaign, list);
    ImportId other = enqueue(campaign, list);

    runTwoAtOnce();

    assertThat(leads(campaign)).hasSize(3000);
    long created = imports.get(one).progress().created() + imports.get(other).progress().created();
    long merged = imports.get(one).progress().merged() + imports.get(other).progress().merged();
    assertThat(List.of(created, merged)).containsExactly(3000L, 3000L);
  }

  @Test
  void twoImportsAtOnceThatGiveOneIdDifferentNumbersMakeOneLead() {
    CampaignId campaign = given.campaign();
    String ids =
        IntStream.range(0, 1500)
            .mapToObj(i -> "crm-" + i + ",%s-%04d\n".formatted("%s", i))
            .collect(Collectors.joining());
    enqueue(campaign, "external_id,phone\n" + ids.replace("%s", "504-621"));
    enqueue(campaign, "external_id,phone\n" + ids.replace("%s", "504-622"));

    runTwoAtOnce();

    assertThat(leads(campaign)).hasSize(1500);
    assertThat(count("lead_phone")).isEqualTo(3000);
  }

  private void runTwoAtOnce() {
    TenantId tenant = given.tenant();
    Callable<Boolean> runner = () -> given.as(tenant, runImports::runNext);
    assertThat(Race.of(List.of(runner, runner))).containsOnly(true);
  }

  @Test
  void anotherTenantSeesNothingOfAnImport() {
    CampaignId campaign = given.campaign();
    ImportId done = importInto(campaign, realList()).id();
    ImportId queued = enqueue(campaign, realList());

    given.newTenant();

    assertThatThrownBy(() -> imports.get(done)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> imports.rejections(done, Optional.empty(), new Cursor.Paging(10, null)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> receiveImport.enqueue(queued)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> exportLeads.write(campaign, new ByteArrayOutputStream()))
        .isInstanceOf(NotFound.class);
    assertThat(runImports.runNext()).isFalse();
    assertThat(count("import_job")).isZero();
  }

  @Test
  void anExportedListComesBackAsItWas() {
    CampaignId campaign = given.campaign();
    importInto(
        campaign,
        """
        {"externalId":"=1+1","firstName":"@SUM","lastName":"'=kept","notes":"two\\nlines, \\"quoted\\"","seats":"-40",\
        "phones":["504-621-8927","504-845-1427","810-292-9388","810-374-9840","856-636-8749"],"score":7,"timeZone":"America/Denver"}
        {"firstName":"Jürgen","phone1":"030 901820","country":"Deutschland","language":"DE"}
        """,
        LeadFile.Format.NDJSON);
    String exported = export(campaign);
    CampaignId other = given.campaign();

    Import same = importInto(campaign, exported);
    Import copied = importInto(other, exported);

    assertThat(exported)
        .startsWith("id,externalId,status,title,firstName,")
        .contains(
            ",verdict,revisitOn,phone1Type,phone2Type,phone3Type,phone4Type,phone5Type,consent,consentGivenAt,",
            ",lastInquiryAt,custom.seats\r\n",
            ",'=1+1,COLD,",
            ",''=kept,",
            ",'-40\r\n",
            "+15046218927,+15048451427");
    assertThat(counts(same)).containsExactly(0L, 2L, 0L);
    assertThat(leads(campaign)).extracting("version").containsOnly(0);
    assertThat(counts(copied)).containsExactly(2L, 0L, 0L);
    assertThat(leads(other)).isEqualTo(leads(campaign));
    assertThat(export(other)).isEqualToIgnoringNewLines(withIdsOf(other, exported));
  }

  private void importInto(CampaignId campaign, String ndjson, LeadFile.Format format) {
    try {
      ReceiveImport.Received received =
          receiveImport.receive(
              campaign, format, ColumnMapping.automatic(), false, Leads.stream(ndjson));
      receiveImport.enqueue(received.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runImports.runNext();
  }

  private String export(CampaignId campaign) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exportLeads.write(campaign, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<UUID> idsOf(CampaignId campaign) {
    return rows(
            "select id from lead where tenant_id = :tenant and campaign_id = :campaign order by id",
            campaign)
        .stream()
        .map(row -> (UUID) row.get("id"))
        .toList();
  }

  private String withIdsOf(CampaignId campaign, String exported) {
    String result = exported;
    for (UUID id : idsOf(campaign)) {
      result = result.replaceFirst("(?m)^[0-9a-f-]{36},(?=.*COLD)(?!.*#)", id + ",#");
    }
    return result.replace("#", "");
  }

  @Test
  void anExportHasEveryLeadOnceHoweverManyPagesItTakes() {
    CampaignId campaign = given.campaign();
    importInto(campaign, longList(2001));

    String exported = export(campaign);

    assertThat(exported.lines().skip(1).map(line -> line.split(",", -1)[4]))
        .containsExactlyElementsOf(IntStream.range(0, 2001).mapToObj(i -> "Lead " + i).toList());
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() {
    CampaignId campaign = given.campaign();
    byte[] start = longList(100_000).getBytes(StandardCharsets.UTF_8);
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the line went dead");
              }
            });

    assertThatThrownBy(
            () ->
                receiveImport.receive(
                    campaign, LeadFile.Format.CSV, ColumnMapping.automatic(), false, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("the line went dead");

    assertThat(count("import_job") + count("import_chunk")).isZero();
  }

  @Test
  void whatIsNoLeadListIsRefusedBeforeItIsKept() {
    CampaignId campaign = given.campaign();

    assertThatThrownBy(() -> receive(campaign, "<html><body>Not found</body></html>", false))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.UNREADABLE_FILE));

    assertThat(count("import_job")).isZero();
  }

  @Test
  void withoutACampaignNothingIsRead() throws IOException {
    InputStream body = Leads.stream(realList());

    assertThatThrownBy(
            () ->
                receiveImport.receive(
                    CampaignId.next(), LeadFile.Format.CSV, ColumnMapping.automatic(), false, body))
        .isInstanceOf(NotFound.class);

    assertThat(body.available()).isEqualTo(realList().getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void aReceivedFileIsInvisibleUntilItIsEnqueued() {
    CampaignId campaign = given.campaign();

    ReceiveImport.Received received = receive(campaign, realList(), false);

    assertThat(received.bytes()).isEqualTo(realList().length());
    assertThat(received.sha256()).matches("[0-9a-f]{64}");
    assertThatThrownBy(() -> imports.get(received.id())).isInstanceOf(NotFound.class);
    assertThat(runImports.runNext()).isFalse();
    assertThat(receiveImport.enqueue(received.id()).status()).isEqualTo(ImportStatus.QUEUED);
    receiveImport.discard(received.id());
    assertThat(imports.get(received.id()).status())
        .as("what was enqueued stays")
        .isEqualTo(ImportStatus.QUEUED);
  }

  @Test
  void discardedAndGivenUpUploadsAreForgotten() {
    CampaignId campaign = given.campaign();
    ReceiveImport.Received discarded = receive(campaign, realList(), false);
    receiveImport.discard(discarded.id());
    assertThatThrownBy(() -> receiveImport.enqueue(discarded.id())).isInstanceOf(NotFound.class);
    receive(campaign, realList(), false);

    clock.advance(Duration.ofMinutes(59));
    forgetUploads.tickHourly();
    assertThat(count("import_job")).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    forgetUploads.tickHourly();

    assertThat(count("import_job") + count("import_chunk")).isZero();
  }

  @Test
  void aFileOfWhichAPieceIsLostFailsAndSaysSo() {
    CampaignId campaign = given.campaign();
    String notes = "x".repeat(9_000);
    String list =
        realList()
            .lines()
            .map(line -> line + ",\"" + notes + "\"\n")
            .collect(Collectors.joining())
            .repeat(8);
    ImportId id = enqueue(campaign, list);
    execute("delete from import_chunk where tenant_id = :tenant and ordinal = 1");

    assertThat(runImports.runNext()).isTrue();

    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(imports.get(id).failure())
        .hasValueSatisfying(why -> assertThat(why).contains("could not be read"));
  }

  @Test
  void anImportGoesWithItsCampaign() {
    CampaignId campaign = given.campaign();
    ImportId id = enqueue(campaign, realList());

    changeCampaign.delete(campaign, Optional.empty());

    assertThatThrownBy(() -> imports.get(id)).isInstanceOf(NotFound.class);
    assertThat(runImports.runNext()).isFalse();
  }
}
