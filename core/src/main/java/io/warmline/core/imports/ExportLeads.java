package io.warmline.core.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.warmline.core.NotFound;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes the leads of a campaign as a CSV file that {@link ReceiveImport} takes again: into the
 * same campaign without a change, into another as the same list.
 *
 * <p>UTF-8, CRLF, a header. {@code id} and {@code status} are left out when the file is imported;
 * custom fields are columns {@code custom.<name>}. Values that a spreadsheet would run as a formula
 * are guarded by an apostrophe ({@link FormulaGuard}), which the import takes off again. Numbers
 * are not: they are a plus sign and digits, whoever entered them. Erased leads are left out.
 */
@ApplicationScoped
public class ExportLeads {

  private static final int PAGE = 1000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Campaigns campaigns;

  ExportLeads(TenantTransaction transaction, TenantSql sql, Campaigns campaigns) {
    this.transaction = transaction;
    this.sql = sql;
    this.campaigns = campaigns;
  }

  private record ExportedLead(UUID id, String status, KnownLead.Known known) {}

  /**
   * Writes the file, in memory that does not grow with it. Each page is a short transaction, so
   * leads that are changed meanwhile may be in it before or after their change; none is missing,
   * none twice. Not to be called in a transaction.
   *
   * @param out flushed, not closed
   * @throws NotFound if there is no such campaign; nothing was written then
   * @throws IOException if {@code out} refuses what is written
   */
  public void write(CampaignId campaign, OutputStream out) throws IOException {
    List<String> customNames = transaction.call(() -> customNames(campaign));
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    try {
      write(campaign, customNames, csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
  }

  private void write(CampaignId campaign, List<String> customNames, CsvWriter csv) {
    csv.writeRecord(LeadColumns.header(customNames));
    UUID last = BEFORE_ALL;
    for (List<ExportedLead> page = page(campaign, last);
        !page.isEmpty();
        page = page(campaign, last)) {
      page.forEach(lead -> csv.writeRecord(cells(lead, customNames)));
      last = page.get(page.size() - 1).id();
    }
  }

  private List<String> customNames(CampaignId campaign) {
    campaigns.get(campaign);
    return sql.query(
        """
        select distinct k.name
        from lead l cross join lateral jsonb_object_keys(l.custom_fields) as k (name)
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.erased_at is null
        order by 1
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(String.class).list());
  }

  private List<ExportedLead> page(CampaignId campaign, UUID after) {
    return transaction.call(
        () ->
            sql.query(
                LeadRows.SELECT
                    + """
                      and l.campaign_id = :campaign and l.id > :after and l.erased_at is null
                    order by l.id
                    limit :page
                    """,
                q ->
                    q.bind("campaign", campaign.value())
                        .bind("after", after)
                        .bind("page", PAGE)
                        .map(
                            (rs, ctx) ->
                                new ExportedLead(
                                    rs.getObject("id", UUID.class),
                                    rs.getString("status"),
                                    LeadRows.known(rs)))
                        .list()));
  }

  private static List<String> cells(ExportedLead lead, List<String> customNames) {
    KnownLead.Known known = lead.known();
    List<String> cells = new ArrayList<>();
    cells.add(lead.id().toString());
    cells.add(FormulaGuard.guarded(known.values().getOrDefault(LeadField.EXTERNAL_ID, "")));
    cells.add(lead.status());
    for (LeadField field : LeadColumns.FIELDS) {
      cells.add(FormulaGuard.guarded(known.values().getOrDefault(field, "")));
    }
    for (int phone = 0; phone < LeadColumns.PHONES; phone++) {
      cells.add(phone < known.numbers().size() ? number(known, phone) : "");
    }
    for (String name : customNames) {
      cells.add(FormulaGuard.guarded(known.customFields().getOrDefault(name, "")));
    }
    return cells;
  }

  /** With its extension as an import reads it: {@code +12127365001 x12}. */
  private static String number(KnownLead.Known known, int position) {
    PhoneNumber number = known.numbers().get(position);
    String extension = known.extensions().get(number);
    return extension == null ? number.e164() : number.e164() + " x" + extension;
  }
}
