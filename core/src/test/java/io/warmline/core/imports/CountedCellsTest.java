package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cell of an accepted row is in the lead, or in a warning with its line and column. */
@QuarkusTest
class CountedCellsTest extends OnPostgres {

  private static final int ROWS = 200;

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;

  private Import run(CampaignId campaign, byte[] file, boolean dryRun) throws IOException {
    return run(campaign, LeadFile.Format.CSV, file, dryRun);
  }

  private Import run(CampaignId campaign, LeadFile.Format format, byte[] file, boolean dryRun)
      throws IOException {
    ImportOrder order =
        new ImportOrder(
            format, new FileOptions(ColumnMapping.automatic()), dryRun, DuplicatePolicy.NEW);
    ImportId id = receiveImport.receive(campaign, order, new ByteArrayInputStream(file)).id();
    receiveImport.enqueue(id);
    while (imports.get(id).finishedAt().isEmpty()) {
      runImports.runNext();
    }
    Import done = imports.get(id);
    assertThat(done.status()).as(done.failure().orElse("")).isEqualTo(ImportStatus.COMPLETED);
    return done;
  }

  private List<Rejection> found(Import done) {
    List<Rejection> all = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      var page =
          imports.rejections(
              done.id(), Optional.empty(), new Cursor.Paging(200, next.orElse(null)));
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return all;
  }

  /** All that is kept of a lead, as one text. */
  private List<String> leads(CampaignId campaign) {
    return transaction.call(
        () ->
            sql.query(
                """
                select concat_ws(' | ', l.external_id, l.title, l.first_name, l.last_name, l.company, l.job_title, l.email,
                         l.website, l.street, l.city, l.county, l.region, l.postal_code, l.country, l.time_zone, l.language,
                         l.score, l.notes, l.contract_end, array_to_string(l.tags, ' | '),
                         (select string_agg(c.value, ' | ') from jsonb_each_text(l.custom_fields) c),
                         (select string_agg(p.e164 || coalesce(' x' || p.extension, ''), ' | ') from lead_phone p
                          where p.tenant_id = l.tenant_id and p.lead_id = l.id),
                         (select string_agg('refused no calls on ' || s.phone, ' | ') from suppression s
                          join lead_phone p on p.tenant_id = s.tenant_id and p.e164 = s.phone and p.lead_id = l.id
                          where s.tenant_id = l.tenant_id))
                from lead l
                where l.tenant_id = :tenant and l.campaign_id = :campaign
                """,
                q -> q.bind("campaign", campaign.value()).mapTo(String.class).list()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void everyCellIsInTheLeadOrInAWarning(LeadSource source) throws IOException {
    DirtyExport export = DirtyExport.of(source, ROWS, source.ordinal() + 20261118L);
    CampaignId campaign = given.campaign();

    Import rehearsed = run(campaign, export.file(), true);
    Import done = run(campaign, export.file(), false);

    List<Rejection> found = found(done);
    assertThat(done.layout().source()).contains(source);
    assertThat(done.progress()).isEqualTo(rehearsed.progress());
    assertThat(found).isEqualTo(found(rehearsed));
    Set<Long> rejected = new HashSet<>();
    found.stream()
        .filter(one -> one.kind() == Rejection.Kind.REJECTED)
        .forEach(one -> rejected.add(one.line()));
    assertThat(rejected).hasSizeLessThan(ROWS / 2);
    assertThat(lost(export, leads(campaign), found, rejected)).isEmpty();
  }

  @Test
  void aWorkbookIsCountedAsWell() throws IOException {
    DirtyExport export = DirtyExport.of(LeadSource.HUBSPOT, ROWS, 7);
    StringBuilder rows = new StringBuilder(Workbook.texts(1, texts(export.names())));
    for (int row = 0; row < ROWS; row++) {
      List<String> cells = export.rows().get(row).stream().map(DirtyExport.Cell::text).toList();
      rows.append(Workbook.texts(row + 2, texts(cells)));
    }
    byte[] file = new Workbook().sheet("Leads", rows.toString()).bytes();
    CampaignId campaign = given.campaign();

    Import rehearsed = run(campaign, LeadFile.Format.XLSX, file, true);
    Import done = run(campaign, LeadFile.Format.XLSX, file, false);

    List<Rejection> found = found(done);
    assertThat(done.layout().sheet()).contains(new ReadSheet("Leads", List.of()));
    assertThat(done.progress()).isEqualTo(rehearsed.progress());
    Set<Long> rejected = new HashSet<>();
    found.stream()
        .filter(one -> one.kind() == Rejection.Kind.REJECTED)
        .forEach(one -> rejected.add(one.line()));
    assertThat(lost(export, leads(campaign), found, rejected)).isEmpty();
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static List<String> lost(
      DirtyExport export, List<String> leads, List<Rejection> found, Set<Long> rejected) {
    List<String> lost = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      long line = export.line(row);
      if (!rejected.contains(line)) {
        String mark = "ref-" + row + "-";
        String lead = leads.stream().filter(text -> text.contains(mark)).findFirst().orElseThrow();
        List<DirtyExport.Cell> cells = export.rows().get(row);
        for (int column = 0; column < cells.size(); column++) {
          DirtyExport.Cell cell = cells.get(column);
          String name = export.names().get(column);
          boolean warned = found.stream().anyMatch(one -> isAbout(one, line, name));
          boolean asWritten = !cell.text().isBlank() && lead.contains(cell.text());
          boolean kept = cell.leaves().stream().allMatch(lead::contains) || asWritten;
          if (!warned && (cell.warned() ? !asWritten || !cell.leaves().isEmpty() : !kept)) {
            lost.add("line %d, %s: %s in %s".formatted(line, name, cell, lead));
          }
        }
      }
    }
    return lost;
  }

  private static boolean isAbout(Rejection warning, long line, String column) {
    return warning.line() == line
        && (warning.column().filter(column::equals).isPresent()
            || (warning.code().equals("TOO_MANY_CUSTOM_FIELDS")
                && warning.reason().contains(column)));
  }
}
