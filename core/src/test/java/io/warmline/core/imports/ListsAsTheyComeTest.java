package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.event.EventType;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.queue.Segment;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListsAsTheyComeTest extends OnPostgres {

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;
  @Inject RejectedRows rejectedRows;
  @Inject ExportLeads exportLeads;
  @Inject UndoImport undoImport;
  @Inject SavedMappings savedMappings;

  private Import run(CampaignId campaign, String text, ImportOrder order) {
    try {
      ReceiveImport.Received received = receiveImport.receive(campaign, order, Leads.stream(text));
      ImportId id = receiveImport.enqueue(received.id()).id();
      assertThat(runImports.runNext()).isTrue();
      Import done = imports.get(id);
      assertThat(done.status()).as(done.failure().orElse("")).isEqualTo(ImportStatus.COMPLETED);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Import run(CampaignId campaign, String csv, DuplicatePolicy policy) {
    return run(
        campaign,
        csv,
        new ImportOrder(
            LeadFile.Format.CSV, new FileOptions(ColumnMapping.automatic()), false, policy));
  }

  /** The run, after a dry run that came to the same. */
  private Import run(CampaignId campaign, String csv) {
    Import rehearsed =
        run(
            campaign,
            csv,
            new ImportOrder(
                LeadFile.Format.CSV,
                new FileOptions(ColumnMapping.automatic()),
                true,
                DuplicatePolicy.MERGE));
    Import done = run(campaign, csv, DuplicatePolicy.MERGE);
    assertThat(done.progress()).isEqualTo(rehearsed.progress());
    assertThat(warnings(done)).isEqualTo(warnings(rehearsed));
    return done;
  }

  private List<Rejection> warnings(Import done) {
    return imports.rejections(done.id(), Optional.empty(), new Cursor.Paging(200, null)).items();
  }

  private List<Map<String, Object>> leads(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                """
                select l.external_id, l.phone, l.first_name, l.last_name, l.job_title, l.title, l.status, l.consent_kind,
                       l.consent_evidence, l.consent_withdrawn_at, cast(l.next_attempt_at as text) as comes_back, q.state, q.tier, q.blocked_by,
                       cast(l.custom_fields as text) as custom,
                       (select string_agg(p.e164 || coalesce('x' || p.extension, ''), ' ' order by p.position)
                        from lead_phone p where p.tenant_id = l.tenant_id and p.lead_id = l.id) as numbers
                from lead l join queue_entry q on q.tenant_id = l.tenant_id and q.lead_id = l.id
                where l.tenant_id = :tenant and l.campaign_id = :campaign
                order by l.id
                """,
                q -> q.bind("campaign", campaign.value()).mapToMap().list()));
  }

  private Map<String, Object> onlyLead(CampaignId campaign) {
    List<Map<String, Object>> leads = leads(campaign);
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }

  private List<Map<String, Object>> entries() {
    return transaction.call(
        () ->
            sql.query(
                "select phone, scope, source from suppression where tenant_id = :tenant order by"
                    + " id",
                q -> q.mapToMap().list()));
  }

  @ParameterizedTest
  @CsvSource({
    "Do Not Call, Yes",
    "Do Not Call, 1",
    "Do Not Call, TRUE",
    "DoNotCall, x",
    "Opted Out, true",
    "opted_out, ✓",
    "DNC, 2024-05-01",
    "DNC Status, On list",
    "On DNC List, Y",
    "Do Not Contact, ja",
    "Phone Opt Out, oui",
    "Call Opt-Out, opted out",
    "Nicht anrufen, Ja",
    "TPS, Y",
    "OK to call, No",
    "status, DNC",
    "Lead Status, Do Not Contact",
    "Do Not Call, perhaps",
    "Deceased, Yes",
    "Is Deceased, TRUE",
    "Date of Death, 2026-03-01",
    "Verstorben, ja",
    "Décédé(e), x",
    "Deceased, perhaps",
    "Lead Status, Deceased",
    "Disposition, Passed away",
    "Status, verstorben",
    "Anrufen nicht erwünscht, ja",
    "Can we call?, No",
    "Contact preference, Email only",
    "Remarks, Please do not call again",
    "Status, Do not contact - per husband",
    "Calls refused, 2025-02-01"
  })
  void aColumnByWhichNoCallsAreWantedPutsTheNumberOnTheListWithTheLead(
      String header, String value) {
    CampaignId campaign = given.campaign();

    Import done = run(campaign, "Name,Phone,%s\nA B,2127365110,%s\n".formatted(header, value));

    assertThat(entries())
        .containsExactly(Map.of("phone", "+12127365110", "scope", "TENANT", "source", "IMPORT"));
    assertThat(onlyLead(campaign))
        .containsEntry("status", "DO_NOT_CALL")
        .containsEntry("blocked_by", "DO_NOT_CALL");
    assertThat(done.progress().found().refusedInFile()).isEqualTo(1);
    assertThat(events(EventType.SUPPRESSION_ADDED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Do Not Call, No",
    "Do Not Call, 0",
    "Do Not Call, FALSE",
    "Do Not Call, -",
    "Do Not Call, NULL",
    "DNC Status, Not on list",
    "Deceased, No",
    "Verstorben am, ''",
    "Email Opt Out, Yes",
    "Opted out of email, Yes",
    "OK to call, Yes",
    "Can we call?, Yes",
    "Anrufen nicht erwünscht, nein",
    "Contact preference, Email",
    "Plan, SMS only",
    "Call restrictions, None",
    "Remarks, Do not call before 9"
  })
  void whoeverDidNotRefuseIsCalled(String header, String value) {
    CampaignId campaign = given.campaign();

    run(campaign, "Name,Phone,%s\nA B,2127365110,%s\n".formatted(header, value));

    assertThat(entries()).isEmpty();
    assertThat(onlyLead(campaign)).containsEntry("status", "COLD").containsEntry("state", "READY");
  }

  @Test
  void aRefusalOfOneNumberLeavesTheOther() {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        """
        Name,Direct Phone Number,Mobile phone,Mobile Do Not Call
        A B,2127365110,2127365111,Yes
        """);

    assertThat(entries()).extracting(entry -> entry.get("phone")).containsExactly("+12127365111");
    assertThat(onlyLead(campaign))
        .containsEntry("status", "COLD")
        .containsEntry("numbers", "+12127365110 +12127365111");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Ann Lee,2127365111,",
        "A. Lee,2127365111,",
        "Ann Lee,2127365112,2127365110",
        "Ann Lee,2127365112,2127365111"
      })
  void whoIsOnTheListWithTheNumberInAnotherPlaceIsNotMadeTwice(String row) {
    CampaignId campaign = given.campaign();
    run(campaign, "Name,Phone,Phone 2\nAnn Lee,2127365110,2127365111\n");

    Import done = run(campaign, "Name,Phone,Phone 2\n" + row + "\n");

    assertThat(done.progress().merged()).isEqualTo(1);
    onlyLead(campaign);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({"A. Lee, Ann", "Ann M. Lee, Ann M.", "Ann Lee, Ann", "Lee, Ann"})
  void anInitialDoesNotTakeThePlaceOfAName(String name, String firstName) {
    CampaignId campaign = given.campaign();

    run(campaign, "Name,Phone\nAnn Lee,2127365110\n" + name + ",2127365110\n");

    assertThat(onlyLead(campaign)).containsEntry("first_name", firstName);
  }

  @Test
  void whoeverHasANumberInAnotherPlaceWithoutANameIsSomebodyElse() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            "Name,Phone,Phone 2\nAnn Lee,2127365110,2127365119\n,2127365111,2127365119\n");

    assertThat(done.progress().created()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(DuplicatePolicy.class)
  void thatAConsentWasTakenBackIsHeededOfRowsThatArePassedOver(DuplicatePolicy policy) {
    CampaignId campaign = given.campaign();
    run(campaign, "id,Name,Phone\n1,Ann Lee,2127365110\n");

    run(
        campaign,
        "id,Name,Phone,Consent,Consent Date,Consent Withdrawn\n"
            + "1,Ann Lee,2127365110,Express,2026-03-01,2026-04-01\n",
        policy);

    assertThat(onlyLead(campaign).get("consent_withdrawn_at")).isNotNull();
  }

  @Test
  void aRefusalStopsTheLeadsOfOtherListsWithTheSameNumber() {
    CampaignId before = given.campaign();
    CampaignId campaign = given.campaign();
    run(before, "Name,Phone\nA B,2127365110\n", DuplicatePolicy.MERGE);
    clock.advance(Duration.ofMinutes(1));

    Import done = run(campaign, "Name,Phone,DNC\nA B,2127365110,Y\n");

    assertThat(onlyLead(before)).containsEntry("status", "DO_NOT_CALL");
    assertThat(done.progress().found().knownNumbers()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    Import again = run(campaign, "Name,Phone\nA B,2127365110\n");
    assertThat(again.progress().found().onDoNotCallList()).isEqualTo(1);
  }

  @Test
  void consentComesWithItsDateAndProof() {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        """
        Name,Phone,Consent,Consent Date,Consent Source
        A B,2127365110,Express written,2026-03-01,Form on the fair
        C D,2127365111,yes,,
        E F,2127365112,perhaps,2026-03-01,
        G H,2127365113,no,,
        """);

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("consent_kind"), lead -> lead.get("consent_evidence"))
        .containsExactly(
            tuple("WRITTEN", "Form on the fair"),
            tuple(null, null),
            tuple(null, null),
            tuple(null, null));
  }

  @Test
  void aConsentWithoutItsDateIsAWarningAndCountsForNothing() {
    CampaignId campaign = given.campaign();

    Import done =
        run(campaign, "Name,Phone,Consent\nA B,2127365110,Express\nC D,2127365111,perhaps\n");

    assertThat(warnings(done))
        .extracting(Rejection::line, Rejection::kind, Rejection::code)
        .containsExactly(
            tuple(2L, Rejection.Kind.WARNED, "UNUSABLE_CONSENT"),
            tuple(3L, Rejection.Kind.WARNED, "UNUSABLE_CONSENT"));
  }

  @Test
  void ndjsonHasTheConsentOfTheContract() {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        """
        {"phone1":"2127365110","consent":{"kind":"EXPRESS","givenAt":"2026-03-01T10:00:00Z","evidence":"Form"}}
        """,
        new ImportOrder(
            LeadFile.Format.NDJSON,
            new FileOptions(ColumnMapping.automatic()),
            false,
            DuplicatePolicy.MERGE));

    assertThat(onlyLead(campaign))
        .containsEntry("consent_kind", "EXPRESS")
        .containsEntry("consent_evidence", "Form");
  }

  @ParameterizedTest
  @CsvSource({
    "Warm, WARM, READY",
    "Qualified, WARM, READY",
    "Closed Won, CUSTOMER, CLOSED",
    "Customer, CUSTOMER, CLOSED",
    "SALE, CUSTOMER, CLOSED",
    "Past customer, LAPSED, CLOSED",
    "Churned, LAPSED, CLOSED",
    "Disqualified, DISQUALIFIED, CLOSED",
    "NI, DISQUALIFIED, CLOSED",
    "New, COLD, READY",
    "Open - Not Contacted, COLD, READY",
    "NA, COLD, READY"
  })
  void aLeadComesInWhereItStands(String word, String status, String state) {
    CampaignId campaign = given.campaign();

    Import done = run(campaign, "Name,Phone,Lead Status\nA B,2127365110,%s\n".formatted(word));

    assertThat(warnings(done)).isEmpty();
    assertThat(onlyLead(campaign))
        .containsEntry("status", status)
        .containsEntry("state", state)
        .containsEntry("custom", "{\"Lead Status\": \"%s\"}".formatted(word));
  }

  @Test
  void aLeadToNurtureComesBackOnItsDay() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            """
            Name,Phone,Status,Revisit Date
            A B,2127365110,Nurture,2027-03-01
            C D,2127365111,Nurture,
            E F,2127365112,,1 March 2027
            G H,2127365113,Nurture,2020-03-01
            """);

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("status"), lead -> lead.get("blocked_by"))
        .containsExactly(
            tuple("NURTURE", "NURTURE"),
            tuple("COLD", null),
            tuple("NURTURE", "NURTURE"),
            tuple("COLD", null));
    assertThat(leads(campaign).get(0).get("comes_back")).asString().startsWith("2027-03-01 05:00");
    assertThat(warnings(done))
        .extracting(Rejection::line, Rejection::code)
        .containsExactly(tuple(3L, "UNCLEAR_STATUS"), tuple(5L, "UNCLEAR_STATUS"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not contact before",
        "Do Not Call Until",
        "Not before",
        "Call after date",
        "Nicht anrufen vor"
      })
  void nobodyIsCalledBeforeTheDayThatWasAskedForHoweverWarm(String header) {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            "Name,Phone,Status,%s\nA B,2127365110,Interested,2027-03-01\nC D,2127365111,,2027-03-01\n"
                .formatted(header));

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("status"), lead -> lead.get("blocked_by"))
        .containsExactly(tuple("NURTURE", "NURTURE"), tuple("NURTURE", "NURTURE"));
    assertThat(warnings(done)).isEmpty();
  }

  @Test
  void aLeadThatIsThereStaysWhereItStands() {
    CampaignId campaign = given.campaign();
    run(campaign, "Name,Phone\nA B,2127365110\n", DuplicatePolicy.MERGE);

    Import done = run(campaign, "Name,Phone,Status\nA B,2127365110,Customer\n");

    assertThat(onlyLead(campaign)).containsEntry("status", "COLD");
    assertThat(warnings(done)).extracting(Rejection::code).containsExactly("STATUS_KEPT");
  }

  @Test
  void severalPeopleAtOneSwitchboardStaySeveral() {
    CampaignId campaign = given.campaign();
    String list =
        """
        First Name,Last Name,Phone,Email
        Ann,Lee,608-271-9000 x11,ann@firm.example
        Bob,Ray,608-271-9000 x12,bob@firm.example
        Cid,Orr,608-271-9000,info@firm.example
        """;

    Import done = run(campaign, list);

    assertThat(done.progress().created()).isEqualTo(3);
    assertThat(leads(campaign))
        .extracting(lead -> lead.get("numbers"))
        .containsExactly("+16082719000x11", "+16082719000x12", "+16082719000");
    Import again = run(campaign, list);
    assertThat(again.progress().merged()).isEqualTo(3);
    assertThat(leads(campaign)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann | Lee  | a@x.example  | Ann | Lee  | b@x.example | 1
          Ann | Lee  | a@x.example  | Bob | Ray  | a@x.example | 1
          Ann | Lee  |              | A.  | Lee  |             | 1
          Ann | Lee  |              |     |      |             | 1
              |      |              | Ann | Lee  |             | 1
          Ann | Lee  | info@x.example | Bob | Ray | info@x.example | 2
          Ann | Lee  |              | Bob | Lee  |             | 2
          Ann | Lee  | a@x.example  | Bob | Lee  | b@x.example | 2
              |      | a@x.example  |     |      | b@x.example | 2
          """)
  void whoIsTheSamePerson(
      String first1,
      String last1,
      String email1,
      String first2,
      String last2,
      String email2,
      int people) {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        "First Name,Last Name,Email,Phone\n%s,%s,%s,6082719000\n%s,%s,%s,6082719000\n"
            .formatted(first1, last1, email1, first2, last2, email2)
            .replace("null", ""));

    assertThat(leads(campaign)).hasSize(people);
  }

  @Test
  void theNextFileWithNewIdsKnowsThePeople() {
    CampaignId campaign = given.campaign();
    run(campaign, "id,Name,Phone\nold-1,Ann Lee,6082719000\n", DuplicatePolicy.MERGE);
    String next = "id,Name,Phone,City\nnew-1,Ann Lee,6082719000,Bonn\n";

    Import merged = run(campaign, next);

    assertThat(merged.progress().merged()).isEqualTo(1);
    assertThat(onlyLead(campaign)).containsEntry("external_id", "old-1");
    assertThat(warnings(merged)).extracting(Rejection::code).containsExactly("EXTERNAL_ID_KEPT");
    assertThat(run(campaign, next, DuplicatePolicy.SKIP).progress().skipped()).isEqualTo(1);
    run(campaign, next, DuplicatePolicy.TAKE_OVER);
    assertThat(onlyLead(campaign)).containsEntry("external_id", "new-1");
    run(campaign, next.replace("new-1", "third"), DuplicatePolicy.NEW);
    assertThat(leads(campaign)).hasSize(2);
  }

  @Test
  void anExtensionStaysWithItsNumberWhenTheLeadIsWorkedOn() {
    CampaignId campaign = given.campaign();
    run(campaign, "Name,Phone,Phone 2,Extension\nA B,2127365110,2127365111 x7,45\n");

    Lead lead = read(new LeadId(onlyId(campaign)));

    assertThat(lead.phones())
        .extracting(LeadPhone::extension)
        .containsExactly(Optional.of("45"), Optional.of("7"));
  }

  private UUID onlyId(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                "select id from lead where tenant_id = :tenant and campaign_id = :campaign",
                q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).one()));
  }

  @Test
  void whoTakesOverBringsTheOrderOfNumbers() {
    CampaignId campaign = given.campaign();
    run(campaign, "id,Phone 1,Phone 2\na,6082719000,6082719001\n", DuplicatePolicy.MERGE);

    run(campaign, "id,Phone 1,Phone 2\na,6082719001,6082719002\n", DuplicatePolicy.TAKE_OVER);

    assertThat(onlyLead(campaign))
        .containsEntry("phone", "+16082719001")
        .containsEntry("numbers", "+16082719001 +16082719002 +16082719000");
  }

  @Test
  void aTitleIsAPositionUnlessItIsAFormOfAddress() {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        """
        First Name,Last Name,Title,Phone
        Ann,Poe,Head of IT,6082719000
        Bob,Ray,Dr.,6082719001
        Cid,Orr,Mrs,6082719002
        """);

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("title"), lead -> lead.get("job_title"))
        .containsExactly(tuple(null, "Head of IT"), tuple("Dr.", null), tuple("Mrs", null));
  }

  @Test
  void aCallingCodeInAColumnOfItsOwnTellsWhoseNumberItIs() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            """
            phone_code,phone_number,first_name
            44,2079460958,Ann
            52,2481234567,Bob
            1,2127365110,Cid
            9,2127365111,Dee
            """);

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("phone"))
        .containsExactly("+442079460958", "+522481234567", "+12127365110");
    assertThat(warnings(done))
        .extracting(Rejection::kind, Rejection::code)
        .containsExactly(tuple(Rejection.Kind.REJECTED, "INVALID_CALLING_CODE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Calling Code",
        "dial_code",
        "ISD",
        "Prefix",
        "phone_code",
        "Country Calling Code",
        "Country Code",
        "Phone Country Code",
        "Landesvorwahl",
        "callingCode"
      })
  void theCallingCodeHasManyNames(String header) {
    CampaignId campaign = given.campaign();

    run(campaign, "%s,Phone\n+44,2079460958\n".formatted(header));

    assertThat(onlyLead(campaign)).containsEntry("phone", "+442079460958");
  }

  private List<String> tags(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                """
                select array_to_string(l.tags, '|') from lead l
                where l.tenant_id = :tenant and l.campaign_id = :campaign
                order by l.id
                """,
                q -> q.bind("campaign", campaign.value()).mapTo(String.class).list()));
  }

  @Test
  void tagsAreReadAddedExportedAndComeBack() throws IOException {
    CampaignId campaign = given.campaign();
    run(
        campaign,
        "Name,Phone,Tags\n"
            + "A B,2127365001,\"Solar; Trade Fair 2026\"\n"
            + "C D,2127365002,\n"
            + "E F,2127365003,\""
            + "x".repeat(65)
            + "\"\n");

    assertThat(tags(campaign)).containsExactly("solar|trade fair 2026", "", "");

    Import second = run(campaign, "Name,Phone,Tags\nA B,2127365001,wind|SOLAR\n");
    assertThat(second.progress().merged()).isEqualTo(1);
    assertThat(tags(campaign)).containsExactly("solar|trade fair 2026|wind", "", "");
    for (ExportPreset preset : ExportPreset.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      exportLeads.write(campaign, preset, new Segment(List.of("wind"), Set.of()), out);
      CampaignId other = given.campaign();
      run(other, out.toString(StandardCharsets.UTF_8));
      assertThat(tags(other)).as(preset.name()).containsExactly("solar|trade fair 2026|wind");
    }
    ByteArrayOutputStream listed = new ByteArrayOutputStream();
    exportLeads.write(
        campaign, ExportPreset.WARMLINE, new Segment(List.of(), Set.of(second.id())), listed);
    assertThat(listed.toString(StandardCharsets.UTF_8).lines()).as("it made nobody").hasSize(1);
  }

  @Test
  void tagsOfNdjsonAreAList() {
    CampaignId campaign = given.campaign();

    run(
        campaign,
        "{\"phone\":\"2127365001\",\"tags\":[\"Wind\",\"solar\"]}\n",
        new ImportOrder(
            LeadFile.Format.NDJSON,
            new FileOptions(ColumnMapping.automatic()),
            false,
            DuplicatePolicy.MERGE));

    assertThat(tags(campaign)).containsExactly("solar|wind");
  }

  private List<String> types(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                """
                select p.e164 || ' ' || coalesce(p.stated_type, '-') from lead_phone p
                join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
                where p.tenant_id = :tenant and l.campaign_id = :campaign
                order by p.position
                """,
                q -> q.bind("campaign", campaign.value()).mapTo(String.class).list()));
  }

  /**
   * The list says it, by the name of the column or beside the number; the plan need not be told.
   */
  @Test
  void theKindOfANumberIsTakenFromTheListAndComesBack() throws IOException {
    CampaignId campaign = given.campaign();
    String csv =
        "Name,Company HQ Phone,Direct Dial,Home Phone,Phone,Mobile Phone\n"
            + "A B,2127365001,2127365002,2127365003,2127365004 (cell),+4917612345678\n";
    run(campaign, csv);

    List<String> types =
        List.of(
            "+12127365001 SWITCHBOARD",
            "+12127365002 DIRECT",
            "+12127365003 HOME",
            "+12127365004 MOBILE",
            "+4917612345678 -");
    assertThat(types(campaign)).isEqualTo(types);
    List<String> next =
        transaction.call(
            () ->
                sql.query(
                    "select phone from queue_entry where tenant_id = :tenant",
                    q -> q.mapTo(String.class).list()));
    assertThat(next).as("the person's own line first").containsExactly("+12127365002");
    assertThat(run(campaign, csv).progress().merged()).isEqualTo(1);
    for (ExportPreset preset : ExportPreset.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      exportLeads.write(campaign, preset, out);
      CampaignId other = given.campaign();
      run(other, out.toString(StandardCharsets.UTF_8));
      assertThat(types(other)).as(preset.name()).isEqualTo(types);
    }
  }

  /** As Google's export has it. */
  @Test
  void aColumnForTheTypeSaysItAndAFaxIsNotCalled() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            "Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\n"
                + "A B,Work Fax,2127365001,Mobile,2127365002\n"
                + "C D,Work,2127365003,Home,2127365004\n");

    assertThat(types(campaign))
        .containsExactlyInAnyOrder("+12127365002 MOBILE", "+12127365003 -", "+12127365004 HOME");
    assertThat(warnings(done))
        .extracting(Rejection::line, Rejection::code)
        .containsExactly(tuple(2L, "INVALID_PHONE_NUMBER"));
    assertThat(leads(campaign).get(1).get("custom"))
        .asString()
        .contains("\"Phone 1 - Type\": \"Work\"");
  }

  @Test
  void anExportWithExtensionsGoesInAgainAsTheSameList() throws IOException {
    CampaignId campaign = given.campaign();
    CampaignId copy = given.campaign();
    run(campaign, "Name,Phone,Phone 2\nA B,2127365110 x12,2127365111\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    exportLeads.write(campaign, out);
    run(copy, out.toString(StandardCharsets.UTF_8));

    assertThat(onlyLead(copy)).containsEntry("numbers", "+12127365110x12 +12127365111");
  }

  @ParameterizedTest
  @EnumSource(ExportPreset.class)
  void whatIsExportedForAnotherSystemComesBackAsTheSameLeads(ExportPreset preset)
      throws IOException {
    CampaignId campaign = given.campaign();
    CampaignId copy = given.campaign();
    run(
        campaign,
        """
        External ID,Salutation,First Name,Last Name,Job Title,Company,Email,Phone,Mobile,Street,City,State,Zip,Country,Time Zone,Language,Score,Notes,Contract End,Shoe size,Revisit date
        c-1,Dr.,Ann Mary,van der Berg Ray,Head of IT,"Berg, Ray & Co",ann@firm.example,2127365110 x12,2127365111,Main St 1,New York,NY,10001,US,America/Port_of_Spain,en,70,"Likes ""tea""
        and milk",2027-12-31,43,
        ,,Bo,,,,,2127365112,,,,,,,,,,,,,2027-03-01
        """);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    exportLeads.write(campaign, preset, out);
    String file = out.toString(StandardCharsets.UTF_8);
    Import again = run(campaign, file);
    run(copy, file);

    assertThat(again.progress().created()).isZero();
    assertThat(warnings(again)).isEmpty();
    assertThat(whole(copy)).isEqualTo(whole(campaign)).hasSize(2);
  }

  /** All that an import can say of the leads of a campaign. */
  private List<Map<String, Object>> whole(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                """
                select l.external_id, l.title, l.first_name, l.last_name, l.company, l.job_title, l.email, l.website,
                       l.street, l.city, l.county, l.region, l.postal_code, l.country, l.time_zone, l.language, l.score, l.notes,
                       l.contract_end, cast(l.custom_fields as text) as custom, l.status, cast(l.next_attempt_at as text) as next,
                       (select string_agg(p.e164 || coalesce('x' || p.extension, ''), ' ' order by p.position)
                        from lead_phone p where p.tenant_id = l.tenant_id and p.lead_id = l.id) as numbers
                from lead l
                where l.tenant_id = :tenant and l.campaign_id = :campaign
                order by l.phone
                """,
                q -> q.bind("campaign", campaign.value()).mapToMap().list()));
  }

  @Test
  void anExportForSalesforceHasItsFieldsAndWords() throws IOException {
    CampaignId campaign = given.campaign();
    run(campaign, "First Name,Phone,DNC\nBo,2127365112,Y\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    exportLeads.write(campaign, ExportPreset.SALESFORCE, out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Salutation,First Name,Last Name,Title,Company,Email,Phone,Mobile,Street,City,")
        .contains(
            ",Bo,[not provided],,[not provided],,+12127365112,", ",Closed - Not Converted,Cold,1,");
  }

  @Test
  void aColumnCountryCodeMayHoldCallingCodesOrCountries() {
    CampaignId campaign = given.campaign();

    run(campaign, "Country Code,Phone\n+44,2079460958\nDE,030 12345678\n1,2127365110\n");

    assertThat(leads(campaign))
        .extracting(lead -> lead.get("phone"))
        .containsExactly("+442079460958", "+493012345678", "+12127365110");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "#N/A", "-", "n/a", "(null)", "--"})
  void whatStandsForNothingIsNothing(String nothing) {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            "First Name,Title,Phone,Phone 2,Size\n%1$s,%1$s,6082719000,%1$s,%1$s\n"
                .formatted(nothing));

    assertThat(onlyLead(campaign))
        .containsEntry("first_name", null)
        .containsEntry("job_title", null)
        .containsEntry("custom", "{}");
    assertThat(warnings(done)).isEmpty();
  }

  @Test
  void aGoodLeadIsNotLostForACellAndTheCellIsNotLostInSilence() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            """
            Name,Phone,Phone 2,Time Zone,Language,Contract End,Score,Email
            A B,2127365110,12,Lunar,Klingonian,03/04/2027,high,nobody
            """);

    assertThat(done.progress().created()).isEqualTo(1);
    assertThat(done.progress().warned()).isEqualTo(1);
    assertThat(warnings(done))
        .extracting(rejection -> rejection.field().orElse(""))
        .containsExactlyInAnyOrder(
            "phone2", "timeZone", "language", "contractEnd", "score", "email");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void theDryRunOfAnExportEqualsItsRunAndTheSecondRunMakesNobodyNew(LeadSource source) {
    CampaignId campaign = given.campaign();
    String csv = Exports.csv(source, 200);

    Import done = run(campaign, csv);

    assertThat(done.progress().rowsRead()).isEqualTo(200);
    assertThat(done.layout().source()).contains(source);
    assertThat(done.percent()).isEqualTo(100);
    Import again = run(campaign, csv);
    assertThat(again.progress().created()).isZero();
  }

  /** The walk of docs/imports.md. */
  @Test
  void theListOfTheGuideGoesInAsTheGuideSays() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            """
            Leads as of 18 November
            Salutation,First Name,Last Name,Title,Company / Account,Phone,Mobile,State/Province,Zip/Postal Code,Country,Lead Status,Do Not Call,Time Zone
            Ms,Ann,Lee,Head of IT,Firm Inc,(608) 271-9000 x11,,WI,53711,USA,Open - Not Contacted,0,Central
            ,Bob,Ray,CFO,Firm Inc,608-271-9000 x12,608-555-0142 (mobile),WI,53711,USA,Nurture,0,Central
            ,Cid,Orr,CEO,Firm Inc,608-271-9000,,WI,53711,USA,Closed Won,0,NULL
            ,Dee,Kay,Owner,Kay Ltd,1.60827E+10,608-555-0143,WI,53711,USA,New,1,Central
            ,Eve,Fox,Owner,Fox Ltd,1.60827E+10,,WI,53711,USA,New,0,Lunar
            """);

    assertThat(done.layout().source()).contains(LeadSource.SALESFORCE);
    assertThat(done.progress().created()).isEqualTo(4);
    assertThat(done.progress().rejected()).isEqualTo(1);
    assertThat(done.progress().warned()).isEqualTo(2);
    assertThat(done.progress().found().refusedInFile()).isEqualTo(1);
    assertThat(leads(campaign))
        .extracting(lead -> lead.get("status"), lead -> lead.get("numbers"))
        .containsExactly(
            tuple("COLD", "+16082719000x11"),
            tuple("COLD", "+16082719000x12 +16085550142"),
            tuple("CUSTOMER", "+16082719000"),
            tuple("DO_NOT_CALL", "+16085550143"));
    assertThat(warnings(done))
        .extracting(Rejection::line, Rejection::kind, Rejection::code)
        .containsExactly(
            tuple(4L, Rejection.Kind.WARNED, "UNCLEAR_STATUS"),
            tuple(6L, Rejection.Kind.WARNED, "DESTROYED_PHONE_NUMBER"),
            tuple(7L, Rejection.Kind.REJECTED, "DESTROYED_PHONE_NUMBER"));
  }

  @Test
  void whatIsWrongComesBackAsTheSameFileAndGoesInWhenItIsMended() throws IOException {
    CampaignId campaign = given.campaign();
    Import done =
        run(
            campaign,
            """
            Name;Phone;Phone 2
            A B;2127365110;12
            "C; D";12;
            E F;2127365112;
            G "H;2127365113;
            """);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rejectedRows.write(done.id(), out);
    String file = out.toString(StandardCharsets.UTF_8);

    assertThat(file.lines().toList()).hasSize(3);
    assertThat(file)
        .startsWith("Name;Phone;Phone 2;Import problem\r\nA B;2127365110;12;WARNED Phone 2: ")
        .contains("\"C; D\";12;;REJECTED Phone: ");
    run(campaign, file.replace(";12;", ";2127365119;"), DuplicatePolicy.MERGE);
    assertThat(leads(campaign))
        .extracting(lead -> lead.get("numbers"), lead -> lead.get("custom"))
        .containsExactlyInAnyOrder(
            tuple("+12127365110 +12127365119", "{}"),
            tuple("+12127365112", "{}"),
            tuple("+12127365113", "{}"),
            tuple("+12127365119", "{}"));
  }

  @Test
  void anImportIsTakenOutAgainAsFarAsNothingWasBuiltOnIt() {
    CampaignId campaign = given.campaign();
    run(campaign, "Name,Phone\nOld Lee,2127365110\n", DuplicatePolicy.MERGE);
    Import done =
        run(
            campaign,
            "Name,Phone,DNC\n"
                + "Old Lee,2127365110,\n"
                + "A B,2127365111,\n"
                + "C D,2127365112,Y\n"
                + "E F,2127365113,\n",
            DuplicatePolicy.MERGE);
    transaction.run(
        () ->
            sql.update(
                "update lead set version = 1 where tenant_id = :tenant and last_name = 'B'",
                u -> {}));

    UndoImport.Undone undone = undoImport.undo(done.id());

    assertThat(undone.removed() + undone.kept()).isEqualTo(3);
    assertThat(undone.kept()).as("the one that was changed, and the one that refused").isEqualTo(2);
    assertThat(undone.remaining()).isZero();
    assertThat(leads(campaign))
        .extracting(lead -> lead.get("last_name"))
        .containsExactlyInAnyOrder("Lee", "B", "D");
    assertThat(entries()).extracting(entry -> entry.get("phone")).containsExactly("+12127365112");
    assertThat(undoImport.undo(done.id()).removed()).isZero();
  }

  @Test
  void aSavedMappingReadsTheListsOfASenderUnlessTheFileSaysOtherwise() {
    CampaignId campaign = given.campaign();
    savedMappings.save(
        "fair",
        Map.of("Visitor", "fullName", "Call", "phone1", "Note", "ignore"),
        Map.of("NP", "DISQUALIFIED"),
        Optional.empty());
    SavedMapping saved = savedMappings.find("fair").orElseThrow();
    FileOptions options =
        new FileOptions(
            saved.with(ColumnMapping.of(Map.of("note", "notes"))),
            Optional.empty(),
            saved.source(),
            Optional.empty(),
            saved.with(StatusWords.USUAL));

    run(
        campaign,
        "Visitor,Call,Note,Status\nAnn Lee,2127365110,Nice,NP\n",
        new ImportOrder(LeadFile.Format.CSV, options, false, DuplicatePolicy.MERGE));

    assertThat(onlyLead(campaign))
        .containsEntry("last_name", "Lee")
        .containsEntry("status", "DISQUALIFIED");
    savedMappings.delete("fair");
    assertThat(savedMappings.all()).isEmpty();
  }

  @Test
  void whatIsKnownOfNumbersIsCounted() {
    CampaignId before = given.campaign();
    run(
        before,
        "Name,Phone,Status\n"
            + "A B,2127365110,Customer\n"
            + "C D,2127365111,Not qualified\n"
            + "E F,2127365112,\n",
        DuplicatePolicy.MERGE);
    clock.advance(Duration.ofMinutes(1));

    Import done =
        run(
            given.campaign(),
            "Name,Phone,State\n"
                + "A B,2127365110,\n"
                + "C D,2127365111,\n"
                + "E F,2127365112,\n"
                + "G H,2127365113,Nowhere\n"
                + "I J,+3545512345,\n");

    Import.Found found = done.progress().found();
    assertThat(found.knownNumbers()).isEqualTo(3);
    assertThat(found.customers()).isEqualTo(1);
    assertThat(found.disqualified()).isEqualTo(1);
    assertThat(found.promised() + found.met() + found.dead()).isZero();
    assertThat(found.doubtful()).isEqualTo(1);
    assertThat(found.withoutRule()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name,Phone,Tags|A B,2127365110,vip;DNC",
        "Name,Phone,Notes|A B,2127365110,Do not call. Wife was angry.",
        "Name,Phone|Bob Ray (do not call),2127365110",
        "Name,Phone,Contact preference|A B,2127365110,No calls",
        "Name,Phone,Lead Status,Stage|A B,2127365110,New,Do Not Contact",
        "Name,Phone,OK to call,May call|A B,2127365110,Yes,No"
      })
  void aRefusalIsHeededWhereverItStands(String header, String row) {
    CampaignId campaign = given.campaign();

    run(campaign, header + "\n" + row + "\n");

    assertThat(entries()).extracting(entry -> entry.get("phone")).containsExactly("+12127365110");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name,Phone,Email preference|A B,2127365110,Do not contact",
        "Name,Phone,Notes|A B,2127365110,Do not call before 9",
        "Name,Phone,Company|A B,2127365110,DNC Parks"
      })
  void whatIsNoRefusalIsNone(String header, String row) {
    CampaignId campaign = given.campaign();

    run(campaign, header + "\n" + row + "\n");

    assertThat(entries()).isEmpty();
  }

  @Test
  void aCellIsWarnedOfOnceAndAPoliteYesIsNoRefusal() {
    CampaignId campaign = given.campaign();

    Import done =
        run(
            campaign,
            """
            Name,Phone,Can we call you?
            A B,2127365021,no thanks
            C D,2127365022,yes please
            E F,2127365023,no
            """);

    assertThat(warnings(done)).extracting(Rejection::line).containsExactly(2L, 4L);
    assertThat(leads(campaign))
        .extracting(lead -> lead.get("state"))
        .containsExactly("CLOSED", "READY", "CLOSED");
  }
}
