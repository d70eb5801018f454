package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.SaveLead.Saved;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever was erased is brought back by a person, and by no list. */
@QuarkusTest
class ErasedRowsTest extends OnPostgres {

  private static final String HEADER =
      "external_id,first_name,last_name,email,phone1,do_not_call\n";
  private static final String JANE = "crm-1,Jane,Lee,jane@example.com,+12125550100,\n";

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;
  @Inject RemoveLead removeLead;
  @Inject SaveLead saveLead;

  private CampaignId campaign;

  @BeforeEach
  void janeWasErased() {
    campaign = given.campaign();
    Import done = importOf(campaign, HEADER + JANE, false);
    assertThat(done.progress().created()).isEqualTo(1);
    removeLead.erase(onlyLead(), "asked for it");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the row as it was                     | crm-1,Jane,Lee,jane@example.com,+12125550100,
          another id and address                | crm-2,Jane,Lee,other@example.com,+12125550100,
          the number alone                      | ,,,,+12125550100,
          a short form of the name              | ,J.,Lee,,+12125550100,
          the address with another number       | ,,,JANE@example.com,+12125550999,
          the id with another number            | crm-1,Ann,Ray,,+12125550999,
          the number as the second of two       | ,Jane,Lee,,+12125550100,
          """)
  void aRowOfAnErasedPersonIsRefusedWithTheDay(String what, String row) {
    Import done = importOf(campaign, HEADER + row + "\n", false);

    assertThat(done.progress().created()).as(what).isZero();
    assertThat(done.progress().rejected()).isEqualTo(1);
    assertThat(rejections(done.id()))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("PERSON_ERASED");
              assertThat(rejection.line()).isEqualTo(2);
              assertThat(rejection.reason()).contains("2026-11-18").contains("createLead");
            });
    assertThat(keptRows(done.id())).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a colleague at the same number | ,Ann,Ray,,+12125550100,
          the same name elsewhere        | ,Jane,Lee,,+12125550999,
          """)
  void whoeverIsSomebodyElseIsTaken(String what, String row) {
    assertThat(importOf(campaign, HEADER + row + "\n", false).progress().created())
        .as(what)
        .isEqualTo(1);
  }

  @Test
  void anotherCampaignIsNoWayBackAndADryRunSaysSo() {
    CampaignId other = given.campaign();

    assertThat(importOf(other, HEADER + JANE, true).progress().rejected()).isEqualTo(1);
    assertThat(importOf(other, HEADER + JANE, false).progress().rejected()).isEqualTo(1);
  }

  @Test
  void aFileThatCameInBeforeTheErasureIsRefusedToo() {
    CampaignId fresh = given.campaign();
    String anna = "crm-9,Anna,Ray,anna@example.com,+12125550109,\n";
    importOf(fresh, HEADER + anna, false);
    ImportId pending = enqueue(campaign, HEADER + anna, false);

    removeLead.erase(
        transaction.call(() -> leadsOf(fresh)).get(0), "asked for it while a file was waiting");
    assertThat(runImports.runNext()).isTrue();

    assertThat(imports.get(pending).progress().rejected()).isEqualTo(1);
  }

  @Test
  void aDoNotCallColumnOfARefusedRowKeepsNoNumber() {
    importOf(campaign, HEADER + "crm-1,Jane,Lee,,+12125550100,yes\n", false);

    assertThat(count("select count(*) from suppression where tenant_id = :tenant")).isZero();
  }

  @Test
  void aPersonTakesThemInAgainWithAWarningAndListsMergeThen() {
    Saved saved = saveLead.enroll(campaign, jane(), DuplicatePolicy.MERGE);

    assertThat(saved.created()).isTrue();
    assertThat(saved.erasedAt()).contains(clock.instant());
    assertThat(importOf(campaign, HEADER + JANE, false).progress().merged()).isEqualTo(1);
    assertThat(importOf(given.campaign(), HEADER + JANE, false).progress().rejected()).isEqualTo(1);
  }

  @Test
  void whoeverWasNeverErasedIsTakenWithoutAWord() {
    LeadFacts ann =
        new LeadFacts(
            Optional.of("crm-7"),
            jane().profile().toBuilder().firstName("Ann").lastName("Ray").email(null).build(),
            List.of(new PhoneNumber("+12125550100")));

    assertThat(saveLead.enroll(campaign, ann, DuplicatePolicy.MERGE).erasedAt()).isEmpty();
    assertThat(saveLead.upsert(campaign, jane()).erasedAt()).isPresent();
    assertThat(saveLead.upsert(campaign, jane()).erasedAt()).isEmpty();
  }

  @Test
  void anotherTenantsErasuresAreItsOwn() {
    given.newTenant();

    assertThat(importOf(given.campaign(), HEADER + JANE, false).progress().created()).isEqualTo(1);
  }

  private LeadFacts jane() {
    return new LeadFacts(
        Optional.of("crm-1"),
        profile().toBuilder().firstName("Jane").lastName("Lee").email("jane@example.com").build(),
        List.of(new PhoneNumber("+12125550100")));
  }

  private LeadProfile profile() {
    return read(given.newLead(given.campaign()).create()).profile();
  }

  private Import importOf(CampaignId into, String csv, boolean dryRun) {
    ImportId id = enqueue(into, csv, dryRun);
    assertThat(runImports.runNext()).isTrue();
    return imports.get(id);
  }

  private ImportId enqueue(CampaignId into, String csv, boolean dryRun) {
    try {
      return receiveImport
          .enqueue(
              receiveImport
                  .receive(
                      into,
                      LeadFile.Format.CSV,
                      ColumnMapping.automatic(),
                      dryRun,
                      Leads.stream(csv))
                  .id())
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Rejection> rejections(ImportId id) {
    return imports.rejections(id, Optional.empty(), new Cursor.Paging(10, null)).items();
  }

  private long keptRows(ImportId id) {
    return count(
        "select count(*) from import_row where tenant_id = :tenant and import_id = '" + id + "'");
  }

  private long count(String query) {
    return transaction.call(() -> sql.query(query, q -> q.mapTo(Long.class).one()));
  }

  private LeadId onlyLead() {
    return transaction.call(() -> leadsOf(campaign)).get(0);
  }

  private List<LeadId> leadsOf(CampaignId of) {
    return sql.query(
        "select id from lead where tenant_id = :tenant and campaign_id = :campaign",
        q -> q.bind("campaign", of.value()).mapTo(LeadId.class).list());
  }
}
