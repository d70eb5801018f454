package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.operator.ManageTenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of files when others decide: the person is erased, or the firm is suspended. */
@QuarkusTest
class ImportsOfOthersTest extends OnPostgres {

  private static final String HEADER = "first_name,last_name,email,phone1\n";

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;
  @Inject RemoveLead removeLead;
  @Inject ManageTenants manage;

  private ImportId enqueue(CampaignId campaign, String csv) {
    try {
      return receiveImport
          .enqueue(
              receiveImport
                  .receive(
                      campaign,
                      LeadFile.Format.CSV,
                      ColumnMapping.automatic(),
                      false,
                      Leads.stream(csv))
                  .id())
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> keptRows() {
    return transaction.call(
        () ->
            sql.query(
                "select content from import_row where tenant_id = :tenant order by ordinal",
                q -> q.mapTo(String.class).list()));
  }

  private LeadId leadNamed(String lastName) {
    return transaction.call(
        () ->
            sql.query(
                "select id from lead where tenant_id = :tenant and last_name = :name",
                q -> q.bind("name", lastName).mapTo(LeadId.class).one()));
  }

  /** By the number in another spelling, by the address, and by both names. */
  @Test
  void rowsThatSayWhoALeadIsGoWithIt() {
    CampaignId campaign = given.campaign();
    enqueue(
        campaign,
        HEADER
            + "James,Butt,jbutt@example.com,+15046218927\n"
            + "Josephine,Darakjy,no address,+18102929388\n"
            + "J.,B.,(504) 621-8927 at night,12\n"
            + "X,Y,JBUTT@example.com,12\n"
            + "james,BUTT,,12\n"
            + "Art,Venere,,12\n");
    assertThat(runImports.runNext()).isTrue();
    assertThat(keptRows()).hasSizeGreaterThanOrEqualTo(4);

    removeLead.erase(leadNamed("Butt"), "asked for");

    assertThat(keptRows())
        .isNotEmpty()
        .noneMatch(row -> row.toLowerCase(java.util.Locale.ROOT).contains("butt"))
        .noneMatch(row -> row.contains("621-8927"))
        .anyMatch(row -> row.contains("Venere"));
  }

  @Test
  void anImportOfASuspendedFirmWaits() {
    TenantId tenant = given.tenant();
    CampaignId campaign = given.campaign();
    ImportId id = enqueue(campaign, HEADER + "James,Butt,,+15046218927\n");
    manage.suspend(tenant);

    assertThat(runImports.runNext()).isFalse();
    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.QUEUED);

    manage.resume(tenant);

    assertThat(runImports.runNext()).isTrue();
    assertThat(imports.get(id).status()).isEqualTo(ImportStatus.COMPLETED);
  }
}
