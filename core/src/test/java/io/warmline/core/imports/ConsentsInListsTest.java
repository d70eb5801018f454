package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.Relationship;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Consents and relationships come with lists, and go out with them; what is doubtful is none. */
@QuarkusTest
class ConsentsInListsTest extends OnPostgres {

  /** In Connecticut consumers are called only with their written consent. */
  private static final PhoneNumber HARTFORD = new PhoneNumber("+12032345678");

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;
  @Inject ExportLeads exportLeads;
  @Inject JudgeCallability judgeCallability;
  @Inject SaveLead saveLead;

  CampaignId campaign;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
  }

  private Import run(CampaignId into, LeadFile.Format format, String text, boolean dry) {
    try {
      ReceiveImport.Received received =
          receiveImport.receive(
              into,
              new ImportOrder(
                  format, new FileOptions(ColumnMapping.automatic()), dry, DuplicatePolicy.MERGE),
              Leads.stream(text));
      ImportId id = receiveImport.enqueue(received.id()).id();
      assertThat(runImports.runNext()).isTrue();
      Import done = imports.get(id);
      assertThat(done.status()).as(done.failure().orElse("")).isEqualTo(ImportStatus.COMPLETED);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes of the warnings, of a dry run and of the run. */
  private List<String> load(CampaignId into, String csv) {
    List<String> rehearsed = codes(run(into, LeadFile.Format.CSV, csv, true));
    List<String> done = codes(run(into, LeadFile.Format.CSV, csv, false));
    assertThat(done).isEqualTo(rehearsed);
    return done;
  }

  private List<String> codes(Import done) {
    return imports
        .rejections(done.id(), Optional.empty(), new Cursor.Paging(200, null))
        .items()
        .stream()
        .map(Rejection::code)
        .toList();
  }

  private List<Lead> leads(CampaignId of) {
    List<LeadId> ids =
        transaction.call(
            () ->
                sql.query(
                    "select id from lead where tenant_id = :tenant and campaign_id = :campaign"
                        + " order by id",
                    q -> q.bind("campaign", of.value()).mapTo(LeadId.class).list()));
    return ids.stream().map(this::read).toList();
  }

  private Lead lead() {
    List<Lead> leads = leads(campaign);
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }

  private LeadConsent consent() {
    LeadConsent consent = lead().profile().consent();
    assertThat(consent).isNotNull();
    return consent;
  }

  @Test
  void aConsentThatRunsOutLetsCallsThroughUntilThen() {
    List<String> warnings =
        load(
            campaign,
            """
            Name,Phone,Consent,Consent Date,Consent Expires,Consent Source,Consent Purpose,Proof of Consent
            A B,2032345678,Signed,2026-03-01,2027-11-02,Fair,Solar roofs,Form 12
            """);

    assertThat(warnings).isEmpty();
    assertThat(consent())
        .isEqualTo(
            new LeadConsent(
                ConsentKind.WRITTEN,
                Instant.parse("2026-03-01T00:00:00Z"),
                "Form 12",
                "Solar roofs",
                "Fair",
                Instant.parse("2027-11-01T10:00:00Z"),
                null));
    assertThat(blockedAt("2026-11-18T18:00:00Z")).isEmpty();
    assertThat(blockedAt("2027-11-01T15:00:00Z")).contains(BlockCode.CONSENT_EXPIRED);
  }

  private List<BlockCode> blockedAt(String instant) {
    return judgeCallability
        .judge(lead().id(), Optional.of(Instant.parse(instant)))
        .blockers()
        .stream()
        .map(by -> by.code())
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Consent,Consent Date,Consent Expires | Express,2026-03-01,03/04/2027
          Consent,Consent Date,Consent Expires | Express,2026-03-01,soon
          Consent,Consent Date,Consent Expires | Express,2026-03-01,2026-03-01
          Consent,Consent Date,Consent Expires | Express,2026-11-30,2027-03-01
          Consent,Consent Date,Consent Expires | Express,03/04/2026,2027-03-01
          Consent,Consent Date,Consent Expires | perhaps,2026-03-01,2027-03-01
          Consent,Consent Date,Consent Expires | not withdrawn,2026-03-01,2027-03-01
          Consent,Consent Expires              | Express,2027-03-01
          Consent Expires,Consent Scope        | 2027-03-01,Roofs
          """)
  void whatIsDoubtfulIsAWarningAndNoConsent(String header, String cells) {
    List<String> warnings = load(campaign, "Phone," + header + "\n2032345678," + cells + "\n");

    assertThat(warnings).isNotEmpty().containsOnly("UNUSABLE_CONSENT");
    assertThat(lead().profile().consent()).isNull();
  }

  @Test
  void oneThatHasRunOutIsOnRecordAsSuch() {
    List<String> warnings =
        load(
            campaign,
            "Phone,Consent,Consent Date,Consent Expires\n2032345678,Signed,2025-03-01,2026-03-01\n");

    assertThat(warnings).containsExactly("UNUSABLE_CONSENT");
    assertThat(blockedAt("2026-11-18T18:00:00Z")).contains(BlockCode.CONSENT_EXPIRED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Consent,Consent Date,Consent Withdrawn    | Express,2026-03-01,2026-10-01 | 0
          Consent,Consent Date,Einwilligung widerrufen am | ja,2026-03-01,1.10.2026 | 0
          Consent Withdrawn                         | 2026-10-01                    | 0
          Consent,Consent Date,Consent Revoked      | Express,2026-03-01,yes        | 1
          Consent,Consent Date,Consent Revoked      | Express,2026-03-01,03/04/2026 | 1
          Consent,Consent Date,Consent Revoked      | Express,2026-03-01,2027-01-01 | 1
          Consent                                   | Withdrawn                     | 1
          Consent                                   | Withdrawn 2026-10-01          | 0
          Consent                                   | widerrufen am 1.10.2026       | 0
          Consent                                   | Revoked (by phone)            | 1
          Consent                                   | Opted out                     | 1
          Consent,Consent Date                      | has been withdrawn,2026-03-01 | 1
          Consent,Consent Withdrawn                 | No,2026-10-01                 | 0
          """)
  void whoTookItBackIsNotCalledThoughTheDayBeDoubtful(String header, String cells, int warned) {
    List<String> warnings = load(campaign, "Phone," + header + "\n2127365110," + cells + "\n");

    assertThat(warnings).hasSize(warned);
    assertThat(consent().isWithdrawn()).isTrue();
    assertThat(outlook(lead().id()).blockedBy()).contains(BlockCode.CONSENT_WITHDRAWN);
  }

  @Test
  void whoDidNotTakeItBackHasIt() {
    load(
        campaign,
        "Phone,Consent,Consent Date,Consent Withdrawn\n2032345678,Signed,2026-03-01,no\n");

    assertThat(consent().isWithdrawn()).isFalse();
    assertThat(blockedAt("2026-11-18T18:00:00Z")).isEmpty();
  }

  @Test
  void aRelationshipComesWithItsDays() {
    List<String> warnings =
        load(
            campaign,
            """
            Phone,Customer Since,Kunde bis,Last Order Date,Last Enquiry
            2127365110,1 May 2024,2027-12-31,2026-03-14,2026-10-30T15:20:00Z
            """);

    assertThat(warnings).isEmpty();
    assertThat(lead().profile().relationship())
        .isEqualTo(
            new Relationship(
                LocalDate.parse("2024-05-01"),
                LocalDate.parse("2027-12-31"),
                LocalDate.parse("2026-03-14"),
                Instant.parse("2026-10-30T15:20:00Z")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Customer Since                | 03/04/2024
          Customer Since                | yes
          Customer Since                | 2026-11-30
          Last Purchase                 | last spring
          Last Purchase                 | 2027-01-01
          Last Inquiry                  | 2026-11-30T08:00:00Z
          Customer Until                | 2027-01-01
          Customer Since,Customer Until | 2025-01-01,2024-12-31
          """)
  void aDoubtfulRelationshipIsAWarningAndNone(String header, String cells) {
    List<String> warnings = load(campaign, "Phone," + header + "\n2127365110," + cells + "\n");

    assertThat(warnings).isNotEmpty().containsOnly("UNUSABLE_RELATIONSHIP");
    assertThat(lead().profile().relationship()).isNull();
  }

  @Test
  void aContractThatIsKnownDoesNotBeginAfterItsEnd() {
    load(campaign, "Phone,Customer Since,Customer Until\n2127365110,2024-05-01,2025-05-01\n");

    List<String> warnings = load(campaign, "Phone,Customer Since\n2127365110,2026-05-01\n");

    assertThat(warnings).containsExactly("UNUSABLE_RELATIONSHIP");
    assertThat(lead().profile().relationship())
        .isEqualTo(
            new Relationship(
                LocalDate.parse("2024-05-01"), LocalDate.parse("2025-05-01"), null, null));
  }

  @Test
  void aRunningContractCountsInCampaignsThatCheckIn() {
    load(campaign, "Phone,Customer Since\n+33145678901,2024-05-01\n");

    assertThat(lead().profile().consentAt(clock.instant()).contract()).isTrue();
    boolean bucket =
        transaction.call(
            () ->
                sql.query(
                    """
                    select b.contract from lead_phone p join window_bucket b on b.tenant_id = :tenant and b.id = p.bucket_id
                    where p.tenant_id = :tenant
                    """,
                    q -> q.mapTo(Boolean.class).one()));
    assertThat(bucket).isTrue();
  }

  @Test
  void aListThatSaysLessDoesNotMakeAConsentLast() {
    load(
        campaign,
        "Phone,Consent,Consent Date,Consent Expires\n2032345678,Signed,2026-03-01,2027-11-02\n");

    load(campaign, "Phone,Consent,Consent Date\n2032345678,Signed,2026-03-01\n");
    List<String> older =
        load(campaign, "Phone,Consent,Consent Date\n2032345678,Signed,2026-02-01\n");

    assertThat(older).containsExactly("CONSENT_KEPT");
    assertThat(consent().expiresAt()).isEqualTo(Instant.parse("2027-11-01T10:00:00Z"));
  }

  @Test
  void whatWasTakenBackIsGivenAgainOnlyLater() {
    load(campaign, "Phone,Consent,Consent Date\n2032345678,Signed,2026-03-01\n");
    load(
        campaign,
        "Phone,Consent,Consent Date,Consent Withdrawn\n2032345678,Signed,2026-03-01,2026-10-01\n");

    List<String> again =
        load(campaign, "Phone,Consent,Consent Date\n2032345678,Signed,2026-09-01\n");

    assertThat(again).containsExactly("CONSENT_KEPT");
    assertThat(consent().isWithdrawn()).isTrue();
    load(campaign, "Phone,Consent,Consent Date\n2032345678,Signed,2026-11-01\n");
    assertThat(consent().isWithdrawn()).isFalse();
  }

  @Test
  void ndjsonHasBothAsTheContractHasThem() {
    Import done =
        run(
            campaign,
            LeadFile.Format.NDJSON,
            """
            {"phone1":"2032345678","consent":{"kind":"WRITTEN","givenAt":"2026-03-01T10:00:00.5Z","evidence":"Form 12",
            "scope":"Roofs","source":"Fair","expiresAt":"2027-03-01T10:00:00Z"},
            "relationship":{"customerSince":"2024-05-01","lastInquiryAt":"2026-10-30T15:20:00Z"}}
            """
                .replace("\n", "")
                .concat("\n"),
            false);

    assertThat(codes(done)).isEmpty();
    assertThat(consent())
        .isEqualTo(
            new LeadConsent(
                ConsentKind.WRITTEN,
                Instant.parse("2026-03-01T10:00:00.5Z"),
                "Form 12",
                "Roofs",
                "Fair",
                Instant.parse("2027-03-01T10:00:00Z"),
                null));
    assertThat(lead().profile().relationship())
        .isEqualTo(
            new Relationship(
                LocalDate.parse("2024-05-01"), null, null, Instant.parse("2026-10-30T15:20:00Z")));
  }

  @ParameterizedTest
  @EnumSource(ExportPreset.class)
  void whatGoesOutComesBackTheSame(ExportPreset preset) {
    given
        .newLead(campaign)
        .numbers(HARTFORD)
        .named("Ada", "Byron")
        .consent(
            new LeadConsent(
                ConsentKind.EXPRESS,
                Instant.parse("2026-11-02T09:30:00.123456Z"),
                "=Web form 2026-1102",
                "Calls about solar roofs",
                "Web form",
                Instant.parse("2027-11-02T09:30:00Z"),
                Instant.parse("2026-11-10T08:00:00Z")))
        .relationship(
            new Relationship(
                LocalDate.parse("2024-05-01"),
                LocalDate.parse("2027-05-01"),
                LocalDate.parse("2026-03-14"),
                Instant.parse("2026-10-30T15:20:00.5Z")))
        .create();
    Lead before = lead();

    Lead copy = imported(exported(preset));

    assertThat(copy.profile().consent()).isEqualTo(before.profile().consent());
    assertThat(copy.profile().relationship()).isEqualTo(before.profile().relationship());
  }

  /** Said in a call: it counts more than the address, and decides law and clock. */
  @ParameterizedTest
  @EnumSource(ExportPreset.class)
  void whereSomebodySaidToBeGoesWithTheExport(ExportPreset preset) {
    given.newLead(campaign).numbers(HARTFORD).named("Ada", "Byron").create();
    saveLead.state(lead().id(), new LeadProfile.StatedPlace("US", "CO", "80202"));
    Lead before = lead();

    Lead copy = imported(exported(preset));

    assertThat(copy.profile().statedPlace()).isEqualTo(before.profile().statedPlace());
    assertThat(copy.phones().get(0).place().jurisdictions())
        .containsAll(before.phones().get(0).place().jurisdictions());
  }

  /**
   * The lead of a campaign that has nobody; to the one from which it comes it brings nothing new.
   */
  private Lead imported(String csv) {
    int version = lead().version();
    CampaignId another = given.campaign();
    assertThat(load(another, csv)).isEmpty();
    assertThat(load(campaign, csv)).isEmpty();
    assertThat(lead().version()).as("nothing new").isEqualTo(version);
    return leads(another).get(0);
  }

  private String exported(ExportPreset preset) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      exportLeads.write(campaign, preset, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasWithdrawnElsewhereIsHeededOfLeadsOfAListAndTheOtherWayRound() {
    CampaignId elsewhere = given.campaign();
    run(
        elsewhere,
        LeadFile.Format.CSV,
        """
        Name,Phone,Consent,Consent Date,Consent Withdrawn
        Ann Lee,+12032345671,Express,2026-01-05,2026-02-05
        Bob Ray,+12032345672,Express,2026-01-05,
        """,
        false);

    run(
        campaign,
        LeadFile.Format.CSV,
        """
        Name,Phone,Consent,Consent Date,Consent Withdrawn
        Ann Lee,+12032345671,Written,2026-01-10,
        Bob Ray,+12032345672,Written,2026-01-10,2026-03-01
        Tom Hood,+12032345671,Written,2026-01-10,
        """,
        false);

    assertThat(withdrawn(elsewhere)).containsExactlyInAnyOrder("Ann", "Bob");
    assertThat(withdrawn(campaign)).containsExactlyInAnyOrder("Ann", "Bob");
  }

  private List<String> withdrawn(CampaignId of) {
    return leads(of).stream()
        .filter(
            lead -> outlook(lead.id()).blockedBy().equals(Optional.of(BlockCode.CONSENT_WITHDRAWN)))
        .map(lead -> lead.profile().firstName())
        .toList();
  }
}
