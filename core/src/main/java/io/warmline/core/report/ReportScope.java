package io.warmline.core.report;

import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * What a report is about.
 *
 * @param from first day, in the zone
 * @param to last day, in the zone; not before the first, and at most {@value #LONGEST_DAYS} days
 *     later
 * @param zone in which days begin and end
 */
public record ReportScope(
    Optional<CampaignId> campaign,
    Optional<AgentId> agent,
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    Grouping grouping) {

  static final int LONGEST_DAYS = 1100;

  /**
   * @throws InvalidValue if the last day is before the first, or too long after it
   */
  public ReportScope {
    if (to.isBefore(from)) {
      throw new InvalidValue("to", "BEFORE_FROM", "must not be before from, " + from);
    }
    if (to.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new InvalidValue(
          "to", "TOO_LONG", "must be at most " + LONGEST_DAYS + " days after from");
    }
  }

  /** The first instant of the period. */
  Instant begins() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant after the period. */
  Instant ends() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  Query bind(Query query) {
    return query
        .bind("from", begins())
        .bind("until", ends())
        .bind("zone", zone.getId())
        .bind("campaign", campaign.map(CampaignId::value).orElse(null))
        .bind("agent", agent.map(AgentId::value).orElse(null));
  }
}
