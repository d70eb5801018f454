package io.warmline.core.report;

import io.warmline.core.campaign.OverloadEvidence;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Evidence out of the last 90 days. */
@ApplicationScoped
class LastQuarter implements OverloadEvidence {

  private static final Duration LOOKS_BACK = Duration.ofDays(90);

  private final TenantSql sql;

  LastQuarter(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public Shown of(CampaignId campaign, Instant now) {
    return sql.query(
        """
        with meetings as (
        %s
        ), hot_leads as (
        %s
        )
        select (select coalesce(sum(held), 0) from meetings)::bigint, (select coalesce(sum(unqualified), 0) from meetings)::bigint,
               (select coalesce(sum(hot), 0) from hot_leads)::bigint, (select coalesce(sum(past_time), 0) from hot_leads)::bigint
        """
            .formatted(
                QualificationReport.UNQUALIFIED.formatted("''"),
                QualificationReport.HOT.formatted("''")),
        q ->
            q.bind("campaign", campaign.value())
                .bindNull("agent", java.sql.Types.OTHER)
                .bind("from", now.minus(LOOKS_BACK))
                .bind("until", now)
                .bind("now", now)
                .map(
                    (rs, ctx) ->
                        new Shown(
                            some(new Rate(rs.getLong(2), rs.getLong(1))),
                            some(new Rate(rs.getLong(4), rs.getLong(3)))))
                .one());
  }

  private static Some some(Rate rate) {
    return new Some(
        rate.numerator(), rate.denominator(), rate.interval().map(Rate.Interval::low).orElse(0.0));
  }
}
