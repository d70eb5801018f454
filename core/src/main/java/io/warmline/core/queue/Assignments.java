package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which campaigns an agent works. */
@ApplicationScoped
public class Assignments {

  /** Whether an agent {@code a} gets leads of a campaign {@code c}, for statements of others. */
  public static final String CONDITION = Share.ASSIGNED;

  private static final String SHARES =
      """
      select %s as assigned, %s
      from agent a
      %s
      join campaign c on c.tenant_id = :tenant and (cast(:campaigns as uuid[]) is null or c.id = any(:campaigns))
      %s
      where a.tenant_id = :tenant and a.id = :agent and (c.status = 'ACTIVE' or cast(:campaigns as uuid[]) is not null)
      order by c.id
      """;

  private static final String WORKED =
      SHARES.formatted(Share.WORKED, Share.COLUMNS, Share.SHIFT, Share.JOIN);

  private static final String ASSIGNED =
      SHARES.formatted(Share.ASSIGNED, Share.COLUMNS, "", Share.JOIN);

  private final TenantSql sql;

  Assignments(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Refuses campaigns whose leads the agent does not get, whatever the agent signed on for.
   *
   * @throws NotFound if the tenant has no such campaign
   * @throws WarmlineException AGENT_NOT_ASSIGNED
   */
  public void require(AgentId agent, Collection<CampaignId> campaigns) {
    List<Share> known = ask(ASSIGNED, agent, campaigns.stream().map(CampaignId::value).toList());
    for (CampaignId id : campaigns) {
      if (known.stream().noneMatch(share -> share.campaign().equals(id.value()))) {
        throw new NotFound("campaign", id);
      }
    }
    refuse(known);
  }

  /**
   * Refuses campaigns whose leads the agent does not get now.
   *
   * @throws WarmlineException AGENT_NOT_ASSIGNED
   */
  void requireWorked(AgentId agent, List<UUID> campaigns) {
    refuse(shares(agent, campaigns));
  }

  private static void refuse(List<Share> shares) {
    shares.stream()
        .filter(share -> !share.assigned())
        .findFirst()
        .ifPresent(
            share -> {
              throw new WarmlineException(
                  ProblemCode.AGENT_NOT_ASSIGNED,
                  "The agent gets no leads of the campaign "
                      + share.campaign()
                      + ": it is not among the agent's campaignIds or those for which the agent"
                      + " signed on, or the campaign's distribution asks for another team or for"
                      + " skills. The agent's own callbacks come with a claim that names no"
                      + " campaign.");
            });
  }

  /** What the agent may have of these campaigns, or of all active ones. */
  List<Share> shares(AgentId agent, @Nullable List<UUID> wanted) {
    return ask(WORKED, agent, wanted);
  }

  private List<Share> ask(String statement, AgentId agent, @Nullable List<UUID> wanted) {
    return sql.query(
        statement,
        q -> {
          q.bind("agent", agent.value());
          if (wanted == null) {
            q.bindNull("campaigns", Types.ARRAY);
          } else {
            q.bindArray("campaigns", UUID.class, wanted.toArray());
          }
          return q.map((rs, ctx) -> Share.read(rs, rs.getBoolean("assigned"))).list();
        });
  }
}
