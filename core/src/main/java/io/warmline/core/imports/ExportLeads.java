package io.warmline.core.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.SqlConditions;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.QualificationText;
import io.warmline.core.queue.Segment;
import io.warmline.core.search.SearchIndex;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.tenant.LongReads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
  private final LongReads reads;
  private final Campaigns campaigns;
  private final KnownTags tags;

  ExportLeads(TenantTransaction transaction, LongReads reads, Campaigns campaigns, KnownTags tags) {
    this.tags = tags;
    this.transaction = transaction;
    this.reads = reads;
    this.campaigns = campaigns;
  }

  /**
   * Sees that there is something to write leads of.
   *
   * @throws NotFound if there is no such campaign
   * @throws InvalidValue UNKNOWN_TAG if no lead of the campaign has ever had a tag of the segment
   */
  public void require(CampaignId campaign, Segment segment) {
    transaction.run(
        () -> {
          campaigns.get(campaign);
          tags.require(segment.tags(), List.of(campaign), "tag");
        });
  }

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
    write(campaign, ExportPreset.WARMLINE, out);
  }

  /**
   * As {@link #write(CampaignId, OutputStream)}, for another system.
   *
   * @param preset whose columns and words are used
   */
  public void write(CampaignId campaign, ExportPreset preset, OutputStream out) throws IOException {
    write(campaign, preset, Segment.EVERYONE, out);
  }

  /**
   * As {@link #write(CampaignId, ExportPreset, OutputStream)}, of some leads only.
   *
   * @param segment which leads
   */
  public void write(CampaignId campaign, ExportPreset preset, Segment segment, OutputStream out)
      throws IOException {
    write(new Choice(campaign, segment, new SqlConditions()), preset, out);
  }

  /**
   * Which leads.
   *
   * @param among what else holds for a lead {@code l}
   */
  public record Choice(CampaignId campaign, Segment segment, SqlConditions among) {}

  /** As {@link #write(CampaignId, ExportPreset, Segment, OutputStream)}, among some leads. */
  public void write(Choice choice, ExportPreset preset, OutputStream out) throws IOException {
    transaction.run(() -> campaigns.get(choice.campaign()));
    List<String> customNames = reads.call(reader -> customNames(reader, choice.campaign()));
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    try {
      write(choice, preset, customNames, csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
  }

  private void write(Choice choice, ExportPreset preset, List<String> customNames, CsvWriter csv) {
    csv.writeRecord(header(preset, customNames));
    UUID last = BEFORE_ALL;
    for (List<ExportedLead> page = page(choice, last); !page.isEmpty(); page = page(choice, last)) {
      page.forEach(lead -> csv.writeRecord(cells(lead, preset, customNames)));
      last = page.get(page.size() - 1).id();
    }
  }

  private static List<String> customNames(LongReads.Reader reader, CampaignId campaign) {
    return reader.query(
        """
        select distinct k.name
        from lead l cross join lateral jsonb_object_keys(l.custom_fields) as k (name)
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.erased_at is null
        order by 1
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(String.class).list());
  }

  private static List<String> header(ExportPreset preset, List<String> customNames) {
    if (preset == ExportPreset.WARMLINE) {
      return LeadColumns.header(customNames);
    }
    List<String> names = new ArrayList<>(ExportColumns.headers(ExportColumns.of(preset)));
    customNames.forEach(name -> names.add(ColumnTarget.CUSTOM_PREFIX + name));
    return names;
  }

  private List<ExportedLead> page(Choice choice, UUID after) {
    return reads.call(
        reader -> {
          reader.set(SearchIndex.BEGINNINGS);
          List<ExportedLead> leads = leads(reader, choice, after);
          Map<UUID, ExportedLead.History> histories = histories(reader, leads);
          return leads.stream()
              .map(
                  lead ->
                      new ExportedLead(
                          lead.id(),
                          lead.status(),
                          lead.known(),
                          histories.getOrDefault(lead.id(), ExportedLead.History.NONE)))
              .toList();
        });
  }

  private static List<ExportedLead> leads(LongReads.Reader reader, Choice choice, UUID after) {
    return reader.query(
        LeadRows.SELECT
            + choice.segment().condition()
            + """
              and l.campaign_id = :campaign and l.id > :after and l.erased_at is null and %s
            order by l.id
            limit :page
            """
                .formatted(choice.among().text()),
        q -> {
          choice.segment().bind(q);
          return q.bindMap(choice.among().values())
              .bind("campaign", choice.campaign().value())
              .bind("after", after)
              .bind("page", PAGE)
              .map(
                  (rs, ctx) ->
                      new ExportedLead(
                          rs.getObject("id", UUID.class),
                          LeadStatus.valueOf(rs.getString("status")),
                          LeadRows.known(rs),
                          ExportedLead.History.NONE))
              .list();
        });
  }

  private record LeadHistory(UUID lead, ExportedLead.History history) {}

  private static Map<UUID, ExportedLead.History> histories(
      LongReads.Reader reader, List<ExportedLead> leads) {
    return reader
        .query(
            """
            select l.id, l.attempts, l.qualification, c.started_at, c.disposition, b.due_at, b.latest_at, a.starts_at,
                   case when l.status = 'NURTURE' then
                     cast(l.next_attempt_at at time zone p.candidate_zones[1] as date) end as revisit_on
            from lead l
            left join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id and p.position = 1
            left join lateral (
              select started_at, disposition from call
              where tenant_id = :tenant and lead_id = l.id
              order by started_at desc, id desc
              limit 1) c on true
            left join lateral (
              select due_at, latest_at from callback
              where tenant_id = :tenant and lead_id = l.id and status in ('SCHEDULED', 'DUE', 'CLAIMED')
              order by due_at, id
              limit 1) b on true
            left join lateral (
              select starts_at from appointment
              where tenant_id = :tenant and lead_id = l.id and status not in ('CANCELLED', 'RESCHEDULED')
              order by starts_at desc, id desc
              limit 1) a on true
            where l.tenant_id = :tenant and l.id = any(:ids)
            order by l.id
            """,
            q ->
                q.bindArray("ids", UUID.class, leads.stream().map(ExportedLead::id).toArray())
                    .map((rs, ctx) -> history(rs))
                    .list())
        .stream()
        .collect(Collectors.toMap(LeadHistory::lead, LeadHistory::history));
  }

  private static LeadHistory history(ResultSet rs) throws SQLException {
    return new LeadHistory(
        rs.getObject("id", UUID.class),
        new ExportedLead.History(
            rs.getInt("attempts"),
            instant(rs, "started_at"),
            Optional.ofNullable(rs.getString("disposition")),
            instant(rs, "due_at"),
            instant(rs, "latest_at"),
            Optional.ofNullable(rs.getObject("revisit_on", LocalDate.class)),
            instant(rs, "starts_at"),
            Optional.ofNullable(QualificationText.read(rs.getString("qualification")))));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static List<String> cells(
      ExportedLead lead, ExportPreset preset, List<String> customNames) {
    List<String> cells =
        preset == ExportPreset.WARMLINE ? LeadColumns.cells(lead) : cellsOf(lead, preset);
    for (String name : customNames) {
      cells.add(FormulaGuard.guarded(lead.known().customFields().getOrDefault(name, "")));
    }
    return cells;
  }

  /** Numbers need no guard: they are a plus sign and digits, whoever entered them. */
  private static List<String> cellsOf(ExportedLead lead, ExportPreset preset) {
    List<String> cells = new ArrayList<>();
    for (ExportColumns.Column column : ExportColumns.of(preset)) {
      String text = column.value().apply(lead);
      boolean number = column.target() instanceof ColumnTarget.Field to && to.field().isPhone();
      cells.add(number ? text : FormulaGuard.guarded(text));
    }
    return cells;
  }
}
