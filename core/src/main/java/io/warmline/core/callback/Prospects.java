package io.warmline.core.callback;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.HolidayCalendar;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/** The leads of the tenant, as those who promise them calls see them. */
@ApplicationScoped
class Prospects {

  private final TenantSql sql;
  private final LeadBook leads;

  Prospects(TenantSql sql, LeadBook leads) {
    this.sql = sql;
    this.leads = leads;
  }

  /**
   * The number is the one that the queue would dial, else the first that works, else the first.
   *
   * @throws NotFound if the tenant has no such lead
   */
  Prospect get(LeadId lead) {
    return sql.query(
"""
select l.campaign_id, coalesce(k.country, l.country, c.default_country) as country, c.default_country, l.contract_end, l.language,
       k.fiscal_year_start, coalesce(k.hemisphere, '') as hemisphere,
       c.time_zone, p.e164, p.bucket_id, coalesce(p.candidate_zones, array[c.time_zone]) as clocks,
       coalesce(p.jurisdictions, cast('{}' as text[])) as places
from lead l
join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
left join client k on k.tenant_id = :tenant and k.id = c.client_id
left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
left join lateral (
  select p.e164, p.candidate_zones, p.jurisdictions, p.bucket_id from lead_phone p
  where p.tenant_id = :tenant and p.lead_id = l.id
  order by p.e164 is not distinct from q.phone desc, p.uncallable_reason is null desc, p.position
  limit 1) p on true
where l.tenant_id = :tenant and l.id = :lead
""",
            q -> q.bind("lead", lead.value()).map((RowView row) -> read(lead, row)).findOne())
        .orElseThrow(() -> new NotFound("lead", lead));
  }

  /** A number of the lead tells its home, else the campaign's zone is assumed. */
  private List<ZoneId> home(LeadId lead, RowView row) {
    PhoneNumber number = row.getColumn("e164", PhoneNumber.class);
    ZoneId campaignZone = row.getColumn("time_zone", ZoneId.class);
    return number == null
        ? List.of(campaignZone)
        : leads.get(lead).profile().homeOf(number, campaignZone);
  }

  private Prospect read(LeadId lead, RowView row) {
    Set<ZoneId> clocks =
        Arrays.stream(row.getColumn("clocks", String[].class))
            .map(ZoneId::of)
            .collect(Collectors.toSet());
    return new Prospect(
        lead,
        row.getColumn("campaign_id", CampaignId.class),
        Optional.ofNullable(row.getColumn("bucket_id", Long.class)),
        home(lead, row),
        clocks,
        customs(row),
        holidays(row.getColumn("places", String[].class)),
        Optional.ofNullable(row.getColumn("contract_end", LocalDate.class)),
        Optional.ofNullable(row.getColumn("language", String.class)));
  }

  private static IntFunction<Map<LocalDate, String>> holidays(String[] places) {
    List<HolidayCalendar> calendars =
        Arrays.stream(places)
            .map(Jurisdiction::new)
            .map(HolidayCalendar::of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return calendars.size() == 1 ? calendars.get(0)::in : year -> all(calendars, year);
  }

  private static Map<LocalDate, String> all(List<HolidayCalendar> calendars, int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    calendars.forEach(calendar -> calendar.in(year).forEach(days::putIfAbsent));
    return days;
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
