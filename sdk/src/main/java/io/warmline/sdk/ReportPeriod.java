package io.warmline.sdk;

import io.warmline.sdk.model.ReportGrouping;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** What a report is about. Immutable: every method gives a new one. */
public final class ReportPeriod {
  private final Query query;

  private ReportPeriod(Query query) {
    this.query = query;
  }

  /**
   * From one day to another, both included.
   *
   * @param to at most 1100 days after {@code from}
   */
  public static ReportPeriod between(LocalDate from, LocalDate to) {
    return new ReportPeriod(Query.NONE.with("from", from.toString()).with("to", to.toString()));
  }

  /** The last four weeks, today included. */
  public static ReportPeriod lastFourWeeks() {
    return new ReportPeriod(Query.NONE);
  }

  /** Only this campaign. */
  public ReportPeriod campaign(UUID campaignId) {
    return new ReportPeriod(query.with("campaignId", campaignId.toString()));
  }

  /** Only this agent. */
  public ReportPeriod agent(UUID agentId) {
    return new ReportPeriod(query.with("agentId", agentId.toString()));
  }

  /**
   * Days begin and end in this zone; without one in UTC. That of a container is often UTC by
   * another name, which is fine.
   */
  public ReportPeriod zone(ZoneId zone) {
    boolean utc = zone.normalized().equals(ZoneOffset.UTC);
    return new ReportPeriod(query.with("zone", utc ? "UTC" : zone.getId()));
  }

  /** Rows are told apart by this. */
  public ReportPeriod groupBy(ReportGrouping grouping) {
    return new ReportPeriod(query.with("groupBy", grouping.name()));
  }

  Query query() {
    return query;
  }
}
