package io.warmline.api.resource;

import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.report.ReportScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reports are asked to be about: all of them take the same parameters. */
@ApplicationScoped
class ReportScopes {

  /** The period of a report that names none. */
  private static final int DAYS = 28;

  private final Clock clock;

  ReportScopes(Clock clock) {
    this.clock = clock;
  }

  /**
   * The scope with these parameters, in their order in the contract. That campaign and agent are
   * there was asked before, see {@link NamedInQuery}.
   *
   * @param from null: so that the period has four weeks
   * @param to null: today
   */
  ReportScope of(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    Optional<CampaignId> campaign = Optional.ofNullable(campaignId).map(CampaignId::new);
    Optional<AgentId> agent = Optional.ofNullable(agentId).map(AgentId::new);
    ZoneId days = Values.zone(zone, "zone");
    LocalDate last = to == null ? clock.instant().atZone(days).toLocalDate() : to;
    LocalDate first = from == null ? last.minusDays(DAYS - 1L) : from;
    return new ReportScope(campaign, agent, first, last, days, ReportMapper.grouping(groupBy));
  }
}
