package io.warmline.core.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an agent may have of a campaign.
 *
 * @param assigned whether the agent works it; of one that the agent does not work there are the
 *     agent's own promises
 * @param weight its share of ordinary work, 1 to 100
 * @param own how many dials a day it makes; empty: no end
 * @param clients how many dials a day all campaigns of its client make; empty: no end
 */
record Share(
    UUID campaign, boolean assigned, int weight, Optional<Quota> own, Optional<Quota> clients) {

  /**
   * So many dials a day.
   *
   * @param of the campaign or the client
   * @param zone whose days are counted
   */
  record Quota(UUID of, int dials, ZoneId zone) {}

  /** Of a campaign {@code c} and its client {@code cl}, as {@link #read} reads them. */
  static final String COLUMNS =
      """
      c.id as campaign_id, c.weight, c.daily_dials, c.time_zone,
      cl.id as quota_client_id, cl.daily_dials as client_dials, cl.time_zone as client_zone\
      """;

  /** The client {@code cl} of a campaign {@code c}, where it has a quota. */
  static final String JOIN =
      "left join client cl on cl.tenant_id = :tenant and cl.id = c.client_id and cl.daily_dials is not null";

  /** Whether the agent {@code a} gets leads of the campaign {@code c}. */
  static final String ASSIGNED =
      """
      (cardinality(a.campaign_ids) = 0 or c.id = any(a.campaign_ids))
        and (cardinality(c.teams) = 0 or coalesce(a.team = any(c.teams), false)) and c.skills <@ a.skills\
      """;

  /** As {@link #ASSIGNED}, and as far as the agent's open shift {@code s} goes, if there is one. */
  static final String WORKED =
      ASSIGNED
          + "\n  and (s.id is null or cardinality(s.campaign_ids) = 0 or c.id = any(s.campaign_ids))";

  /** The open shift {@code s} of the agent {@code a}. */
  static final String SHIFT =
      "left join shift s on s.tenant_id = :tenant and s.agent_id = a.id and s.signed_off_at is null";

  static Share read(ResultSet rs, boolean assigned) throws SQLException {
    UUID campaign = rs.getObject("campaign_id", UUID.class);
    return new Share(
        campaign,
        assigned,
        rs.getInt("weight"),
        quota(campaign, rs.getObject("daily_dials", Integer.class), rs.getString("time_zone")),
        quota(
            rs.getObject("quota_client_id", UUID.class),
            rs.getObject("client_dials", Integer.class),
            rs.getString("client_zone")));
  }

  private static Optional<Quota> quota(UUID of, Integer dials, String zone) {
    return Optional.ofNullable(dials).map(most -> new Quota(of, most, ZoneId.of(zone)));
  }

  /** What limits it, if anything does. */
  List<Quota> quotas() {
    return Stream.of(own, clients).flatMap(Optional::stream).toList();
  }
}
