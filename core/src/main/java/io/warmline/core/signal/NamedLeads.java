package io.warmline.core.signal;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Finds the leads that reports are about, all of them in one statement: look-ups in indexes and no
 * join beside them, which PostgreSQL would take for cheap while a new list is not analyzed yet.
 */
@ApplicationScoped
class NamedLeads {

  private final TenantSql sql;

  NamedLeads(TenantSql sql) {
    this.sql = sql;
  }

  private record Match(int place, PossibleLead lead) {}

  /** For each of these the leads it may be about: none, one, or two where there are several. */
  List<List<PossibleLead>> of(List<Who> whos) {
    Map<Integer, List<PossibleLead>> found =
        matches(whos).stream()
            .collect(
                Collectors.groupingBy(
                    Match::place, Collectors.mapping(Match::lead, Collectors.toList())));
    return IntStream.rangeClosed(1, whos.size())
        .mapToObj(place -> found.getOrDefault(place, List.of()))
        .toList();
  }

  private List<Match> matches(List<Who> whos) {
    return sql.query(
        """
        select r.place, l.id, l.campaign_id, l.erased,
               (select max(f.sent_at) from follow_up f where f.tenant_id = :tenant and f.lead_id = l.id) as last_sent_at
        from unnest(cast(:leads as uuid[]), cast(:campaigns as uuid[]), cast(:externals as text[]), cast(:emails as text[]),
                    cast(:phones as text[])) with ordinality as r (lead, campaign, external, email, phone, place)
        cross join lateral (
          select m.id, m.campaign_id, m.erased_at is not null as erased from lead m
          where r.lead is not null and m.tenant_id = :tenant and m.id = r.lead
          union
          select m.id, m.campaign_id, m.erased_at is not null from lead m
          where r.external is not null and m.tenant_id = :tenant and m.campaign_id = r.campaign and m.external_id = r.external
          union
          select m.id, m.campaign_id, m.erased_at is not null from lead m
          where r.email is not null and m.tenant_id = :tenant and lower(m.email) = lower(r.email) and m.campaign_id = r.campaign
          union
          select m.id, m.campaign_id, m.erased_at is not null from lead_phone p
          join lead m on m.tenant_id = :tenant and m.id = p.lead_id
          where r.phone is not null and p.tenant_id = :tenant and p.e164 = r.phone and m.campaign_id = r.campaign
          limit 2) l
        order by r.place, l.id
        """,
        q ->
            q.bindArray("leads", UUID.class, Columns.of(whos, w -> id(w.lead())))
                .bindArray("campaigns", UUID.class, Columns.of(whos, w -> id(w.campaign())))
                .bindArray("externals", String.class, Columns.of(whos, Who::externalId))
                .bindArray("emails", String.class, Columns.of(whos, Who::email))
                .bindArray(
                    "phones",
                    String.class,
                    Columns.of(whos, w -> w.phone() == null ? null : w.phone().e164()))
                .map(NamedLeads::match)
                .list());
  }

  private static @Nullable Object id(@Nullable LeadId lead) {
    return lead == null ? null : lead.value();
  }

  private static @Nullable Object id(@Nullable CampaignId campaign) {
    return campaign == null ? null : campaign.value();
  }

  private static Match match(RowView row) {
    return new Match(
        row.getColumn("place", Integer.class),
        new PossibleLead(
            row.getColumn("id", LeadId.class),
            row.getColumn("campaign_id", CampaignId.class),
            row.getColumn("erased", Boolean.class),
            row.getColumn("last_sent_at", Instant.class)));
  }
}
