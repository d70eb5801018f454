package io.warmline.core.callback;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.HolidayCalendar;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.result.RowView;

/** The leads of the tenant, as those who promise them calls see them. */
@ApplicationScoped
class Prospects {

  private final TenantSql sql;

  Prospects(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The number is the one that the queue would dial, else the first that works, else the first.
   *
   * @throws NotFound if the tenant has no such lead
   */
  Prospect get(LeadId lead) {
    return sql.query(
            """
            select l.campaign_id, coalesce(k.country, l.country, c.default_country) as country, c.default_country, l.contract_end,
                   k.fiscal_year_start, coalesce(k.hemisphere, '') as hemisphere,
                   p.bucket_id, coalesce(p.candidate_zones, array[c.time_zone]) as zones,
                   coalesce(p.jurisdictions, cast('{}' as text[])) as places
            from lead l
            join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            left join client k on k.tenant_id = :tenant and k.id = c.client_id
            left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
            left join lateral (
              select p.candidate_zones, p.jurisdictions, p.bucket_id from lead_phone p
              where p.tenant_id = :tenant and p.lead_id = l.id
              order by p.e164 is not distinct from q.phone desc, p.uncallable_reason is null desc, p.position
              limit 1) p on true
            where l.tenant_id = :tenant and l.id = :lead
            """,
            q -> q.bind("lead", lead.value()).map((RowView row) -> read(lead, row)).findOne())
        .orElseThrow(() -> new NotFound("lead", lead));
  }

  private static Prospect read(LeadId lead, RowView row) {
    List<ZoneId> zones =
        Arrays.stream(row.getColumn("zones", String[].class)).map(ZoneId::of).toList();
    return new Prospect(
        lead,
        row.getColumn("campaign_id", CampaignId.class),
        Optional.ofNullable(row.getColumn("bucket_id", Long.class)),
        zones,
        customs(row),
        holidays(row.getColumn("places", String[].class)),
        Optional.ofNullable(row.getColumn("contract_end", LocalDate.class)));
  }

  private static Predicate<LocalDate> holidays(String[] places) {
    List<HolidayCalendar> calendars =
        Arrays.stream(places)
            .map(Jurisdiction::new)
            .map(HolidayCalendar::of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return day -> calendars.stream().anyMatch(calendar -> calendar.on(day).isPresent());
  }

  private static Customs customs(RowView row) {
    String hemisphere = row.getColumn("hemisphere", String.class);
    Integer fiscalYearStart = row.getColumn("fiscal_year_start", Integer.class);
    return new Customs(
        CountryCustoms.dateOrder(row.getColumn("default_country", String.class)),
        hemisphere.isEmpty()
            ? Hemisphere.of(row.getColumn("country", String.class))
            : Hemisphere.valueOf(hemisphere),
        fiscalYearStart == null ? Month.JANUARY : Month.of(fiscalYearStart));
  }
}
