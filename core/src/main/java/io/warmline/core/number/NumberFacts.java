package io.warmline.core.number;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.number.NumberDossier.Days;
import io.warmline.core.number.NumberDossier.Dial;
import io.warmline.core.number.NumberDossier.Fact;
import io.warmline.core.number.NumberDossier.Finding;
import io.warmline.core.number.NumberDossier.Holder;
import io.warmline.core.number.NumberDossier.Hour;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.result.RowView;

/** What the tables of all concepts say of a number. */
@ApplicationScoped
class NumberFacts {

  private static final String HOLDERS =
      """
      select l.id, l.campaign_id, l.status, p.position, p.extension, p.uncallable_reason,
             coalesce(q.phone = p.e164 and q.state <> 'CLOSED', false) as next, q.blocked_by
      from lead_phone p
      join lead l on l.tenant_id = :tenant and l.id = p.lead_id
      left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
      where p.tenant_id = :tenant and p.e164 = :number
      order by l.id desc
      limit :most
      """;

  private static final String DIALS =
      """
      select k.id, k.lead_id, k.campaign_id, k.agent_id, k.disposition, k.started_at
      from call k
      where k.tenant_id = :tenant and k.phone = :number
      order by k.started_at desc, k.id desc
      limit :most
      """;

  private static final String HOURS =
      """
      select extract(isodow from k.started_at at time zone coalesce(k.zone, 'UTC')) > 5 as weekend,
             cast(extract(hour from k.started_at at time zone coalesce(k.zone, 'UTC')) as integer) as hour,
             count(*) as dials, count(*) filter (where k.disposition = any(:answered)) as answered
      from call k
      where k.tenant_id = :tenant and k.phone = :number and k.direction = 'OUTBOUND'
      group by 1, 2
      order by 1, 2
      """;

  /*
   * What holds by now: of calls the latest of each kind, a dead number only while nothing has
   * answered on it since.
   */
  private static final String FINDINGS =
      """
      with held as (
        select l.id, l.campaign_id, l.status, l.status_changed_at, l.created_at, c.client_id, p.uncallable_reason
        from lead_phone p
        join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        where p.tenant_id = :tenant and p.e164 = :number
      ), dialled as (
        select k.id, k.lead_id, k.disposition, k.started_at, c.client_id,
               cast(c.retries ->> 'notInterestedMinutes' as integer) as cool
        from call k
        join campaign c on c.tenant_id = :tenant and c.id = k.campaign_id
        where k.tenant_id = :tenant and k.phone = :number
      )
      (select 'DEAD' as fact, d.started_at as since, cast(null as timestamptz) as until, d.lead_id, cast(null as uuid) as client_id,
              cast(null as uuid) as campaign_id, d.disposition as detail
       from dialled d
       where d.disposition = any(:dead)
         and not exists (select 1 from dialled a where a.started_at > d.started_at and a.disposition = any(:alive))
       order by d.started_at desc limit 1)
      union all
      select 'WRONG', coalesce((select max(d.started_at) from dialled d where d.disposition = h.uncallable_reason), h.created_at),
             null, h.id, null, null, h.uncallable_reason
      from held h where h.uncallable_reason = any(:wrong)
      union all
      select 'PROMISED', cb.created_at, cb.latest_at, h.id, h.client_id, null, cb.status
      from held h
      join callback cb on cb.tenant_id = :tenant and cb.lead_id = h.id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
      union all
      select case h.status when 'APPOINTMENT_SET' then 'MET' when 'HANDED_OFF' then 'HANDED_OFF' else 'BOUGHT' end,
             coalesce(h.status_changed_at, h.created_at), null, h.id, h.client_id, null, h.status
      from held h where h.status in ('APPOINTMENT_SET', 'HANDED_OFF', 'CUSTOMER')
      union all
      (select 'REFUSED', d.started_at, d.started_at + make_interval(mins => d.cool), d.lead_id, d.client_id, null, d.disposition
       from dialled d
       where d.disposition = 'NOT_INTERESTED' and d.started_at + make_interval(mins => d.cool) > :now
       order by d.started_at desc limit 1)
      union all
      select 'DO_NOT_CALL', s.created_at, null, s.lead_id, s.client_id, s.campaign_id, s.scope || ', ' || s.reach
      from suppression s
      where s.tenant_id = :tenant and s.phone = :number and s.removed_at is null
      union all
      select 'ON_REGISTRY', cast(g.as_of as timestamp) at time zone 'UTC', null, null, null, null, g.name
      from registry g
      join registry_number n on n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = :number
      where g.tenant_id = :tenant
      union all
      (select 'REACHED', d.started_at, null, d.lead_id, null, null, d.disposition
       from dialled d where d.disposition = any(:answered)
       order by d.started_at desc limit 1)
      order by 1, 2 desc
      """;

  private final TenantSql sql;

  NumberFacts(TenantSql sql) {
    this.sql = sql;
  }

  List<Holder> holders(PhoneNumber number) {
    return sql.query(
        HOLDERS,
        q ->
            q.bind("number", number.e164())
                .bind("most", NumberDossier.MOST_LEADS)
                .map(NumberFacts::holder)
                .list());
  }

  private static Holder holder(RowView row) {
    return new Holder(
        row.getColumn("id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("status", LeadStatus.class),
        row.getColumn("position", Integer.class),
        Optional.ofNullable(row.getColumn("extension", String.class)),
        Optional.ofNullable(row.getColumn("uncallable_reason", String.class)),
        row.getColumn("next", Boolean.class),
        Optional.ofNullable(row.getColumn("blocked_by", BlockCode.class)));
  }

  List<Dial> dials(PhoneNumber number) {
    return sql.query(
        DIALS,
        q ->
            q.bind("number", number.e164())
                .bind("most", NumberDossier.MOST_CALLS)
                .map(NumberFacts::dial)
                .list());
  }

  private static Dial dial(RowView row) {
    return new Dial(
        row.getColumn("id", CallId.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("disposition", Disposition.class),
        row.getColumn("started_at", Instant.class));
  }

  List<Hour> hours(PhoneNumber number) {
    return sql.query(
        HOURS,
        q ->
            q.bind("number", number.e164())
                .bindArray("answered", String.class, codes(Disposition::humanReached))
                .map(
                    (rs, ctx) ->
                        new Hour(
                            rs.getBoolean("weekend") ? Days.WEEKENDS : Days.WORKING_DAYS,
                            rs.getInt("hour"),
                            rs.getInt("dials"),
                            rs.getInt("answered")))
                .list());
  }

  List<Finding> findings(PhoneNumber number, Instant now) {
    return sql.query(
        FINDINGS,
        q ->
            q.bind("number", number.e164())
                .bind("now", now)
                .bindArray("answered", String.class, codes(Disposition::humanReached))
                .bindArray("alive", String.class, codes(Disposition::showsLife))
                .bindArray("dead", String.class, codes(Disposition::showsDead))
                .bindArray("wrong", String.class, codes(Disposition::showsWrong))
                .map(NumberFacts::finding)
                .list());
  }

  private static Object[] codes(Predicate<Disposition> which) {
    return Arrays.stream(Disposition.values()).filter(which).map(Enum::name).toArray();
  }

  private static Finding finding(RowView row) {
    return new Finding(
        row.getColumn("fact", Fact.class),
        row.getColumn("since", Instant.class),
        Optional.ofNullable(row.getColumn("until", Instant.class)),
        Optional.ofNullable(row.getColumn("lead_id", LeadId.class)),
        Optional.ofNullable(row.getColumn("client_id", ClientId.class)),
        Optional.ofNullable(row.getColumn("campaign_id", CampaignId.class)),
        row.getColumn("detail", String.class));
  }

  boolean isInUse(PhoneNumber number) {
    return sql.query(
        """
        select exists (select 1 from queue_entry where tenant_id = :tenant and phone = :number and state = 'LEASED')
        """,
        q -> q.bind("number", number.e164()).mapTo(Boolean.class).one());
  }

  /** What kind of line the leads that have it say it is; empty if none says it, or two differ. */
  Optional<NumberType> statedType(PhoneNumber number) {
    return sql.query(
        """
        select min(p.stated_type) from lead_phone p
        where p.tenant_id = :tenant and p.e164 = :number
        having count(distinct p.stated_type) = 1
        """,
        q ->
            q.bind("number", number.e164()).mapTo(String.class).findOne().map(NumberType::valueOf));
  }

  /** Whether it is the number of several people, by their names. */
  boolean isShared(PhoneNumber number) {
    return sql.query(
        """
        select count(distinct (lower(l.first_name), lower(l.last_name))) > 1 or count(distinct p.extension) > 1
        from lead_phone p
        join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        where p.tenant_id = :tenant and p.e164 = :number and (l.last_name is not null or p.extension is not null)
        """,
        q -> q.bind("number", number.e164()).mapTo(Boolean.class).one());
  }
}
