package io.warmline.core.programme;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Finds the leads that a programme wants called. */
@ApplicationScoped
class QuietLeads {

  /*
   * Each campaign by itself, because it has days of its own, and the longest quiet first: so an index gives them in order, and the
   * limit ends the search. The statuses are written out, because an index that holds only these is not used for a parameter.
   *
   * A lead that is closed for a reason of its own number (suppressed, on a registry, no number) gets no task, nor does one that an
   * agent holds, one that somebody means to dial at a later time, or one for which anything is open. Whoever complained, and has not said since that
   * things are well, is not called as if they were.
   */
  private static final String FIND =
      """
      select d.id, d.campaign_id, d.status, d.period, c.time_zone
      from campaign c
      cross join lateral (select cast(cast(:now as timestamptz) at time zone c.time_zone as date) as today) t
      cross join lateral (
        select l.id, l.campaign_id, l.status, {period} as period, {since} as since
        from lead l
        where l.tenant_id = :tenant and l.campaign_id = c.id and l.erased_at is null and l.status in ({statuses})
          and {due} {only}
          and (l.next_attempt_at is null or l.next_attempt_at <= :now)
          and exists (select 1 from queue_entry q
                      where q.tenant_id = :tenant and q.lead_id = l.id
                        and (q.state in ('READY', 'WAITING') or q.state = 'CLOSED' and q.blocked_by in ('EXHAUSTED', 'CUSTOMER', 'LAPSED')))
          and not exists (select 1 from callback cb
                          where cb.tenant_id = :tenant and cb.lead_id = l.id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED'))
          and not exists (select 1 from task k
                          where k.tenant_id = :tenant and k.lead_id = l.id and (k.status in ('WAITING', 'DUE') {recent}))
          and not exists (select 1 from complaint x
                          where x.tenant_id = :tenant and x.lead_id = l.id and x.status = 'OPEN'
                            and not exists (select 1 from call y
                                            where y.tenant_id = :tenant and y.lead_id = l.id and y.check_in <> 'COMPLAINT'
                                              and y.started_at > x.raised_at))
          and not exists (select 1 from programme_task m
                          where m.tenant_id = :tenant and m.programme_id = :programme and m.lead_id = l.id
                            and m.period = {period})
        order by {since}, l.id
        limit :limit) d
      where c.tenant_id = :tenant and c.status = 'ACTIVE' and (:everywhere or c.id = any(:campaigns))
      order by d.since, d.id
      limit :limit
      """;

  /** The first instant of the day on which it is too early by one day. */
  private static final String TOO_LATE =
      "cast(t.today - :days + 1 as timestamp) at time zone c.time_zone";

  private static final String REHEATED = "'CONTACTED', 'WARM', 'QUALIFIED', 'NURTURE', 'EXHAUSTED'";
  private static final String WITH_ANOTHER_VENDOR =
      "'COLD', 'ATTEMPTING', 'CONTACTED', 'WARM', 'QUALIFIED', 'NURTURE', 'EXHAUSTED', 'LAPSED'";

  private final TenantSql sql;

  QuietLeads(TenantSql sql) {
    this.sql = sql;
  }

  /** Up to so many leads that the programme wants called, the most pressing first. */
  List<QuietLead> find(Programme programme, int limit, Instant now) {
    String statement = statement(programme.terms().kind()).replace("{only}", "");
    return sql.query(statement, q -> read(q, programme, limit, now));
  }

  /**
   * Those of them that it still wants called, as things are now that the caller holds the locks of
   * their numbers.
   */
  List<QuietLead> still(Programme programme, List<QuietLead> found, Instant now) {
    String statement =
        statement(programme.terms().kind()).replace("{only}", "and l.id = any(:only)");
    Object[] only = found.stream().map(quiet -> quiet.lead().value()).toArray();
    return sql.query(
        statement, q -> read(q.bindArray("only", UUID.class, only), programme, found.size(), now));
  }

  private static List<QuietLead> read(Query query, Programme programme, int limit, Instant now) {
    Programme.Terms terms = programme.terms();
    Object[] campaigns = terms.campaigns().stream().map(CampaignId::value).toArray();
    return query
        .bind("programme", programme.id().value())
        .bind("days", terms.days())
        .bind("everywhere", terms.campaigns().isEmpty())
        .bindArray("campaigns", UUID.class, campaigns)
        .bind("limit", limit)
        .bind("now", now)
        .map(QuietLeads::lead)
        .list();
  }

  private static String statement(ProgrammeKind kind) {
    return switch (kind) {
      case FIT_CHECK -> since("l.status_changed_at", "'WARM'", "");
      case REHEAT -> quiet(REHEATED);
      case CUSTOMER_CHECK_IN -> quiet("'CUSTOMER'");
      case WIN_BACK -> quiet("'LAPSED'");
      case CONTRACT_END ->
          statement(
              "l.contract_end",
              "l.contract_end",
              WITH_ANOTHER_VENDOR,
              "l.contract_end between t.today and t.today + :days",
              "");
    };
  }

  private static String quiet(String statuses) {
    return since("l.quiet_since", statuses, "or coalesce(k.ended_at, k.created_at) >= " + TOO_LATE);
  }

  /** The second condition is the rule; the first is one that an index can answer. */
  private static String since(String since, String statuses, String recent) {
    String day = "cast(" + since + " at time zone c.time_zone as date)";
    String due = since + " < " + TOO_LATE + " and " + day + " <= t.today - :days";
    return statement(day, since, statuses, due, recent);
  }

  private static String statement(
      String period, String since, String statuses, String due, String recent) {
    return FIND.replace("{period}", period)
        .replace("{since}", since)
        .replace("{statuses}", statuses)
        .replace("{due}", due)
        .replace("{recent}", recent);
  }

  private static QuietLead lead(RowView row) {
    return new QuietLead(
        row.getColumn("id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("status", LeadStatus.class),
        row.getColumn("period", LocalDate.class),
        row.getColumn("time_zone", ZoneId.class));
  }
}
