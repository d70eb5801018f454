package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many cold leads the lists of campaigns have dealt. */
@ApplicationScoped
class ListTurns {

  /*
   * The row is locked until the claim commits, so that each claim counts the one before. Campaigns are locked in the
   * order of their ids. Other shares begin at nothing.
   */
  private static final String LOCK =
      """
      insert into list_turn as t (tenant_id, campaign_id, shares, dealt)
      select c.tenant_id, c.id, c.shares, array_fill(cast(0 as bigint), array[jsonb_array_length(c.shares -> 'lists')])
      from campaign c
      where c.tenant_id = :tenant and c.id = any(:campaigns) and c.shares is not null
      order by c.id
      on conflict (tenant_id, campaign_id) do update
      set shares = excluded.shares, dealt = case when t.shares = excluded.shares then t.dealt else excluded.dealt end
      returning t.campaign_id, t.dealt,
        array(select s.list ->> 'name' from jsonb_array_elements(t.shares -> 'lists') with ordinality s (list, place)
              order by s.place) as names,
        array(select cast(s.list ->> 'share' as integer)
              from jsonb_array_elements(t.shares -> 'lists') with ordinality s (list, place)
              order by s.place) as shares
      """;

  private static final String LOOK =
      """
      select c.id as campaign_id,
        case when t.shares = c.shares then t.dealt
             else array_fill(cast(0 as bigint), array[jsonb_array_length(c.shares -> 'lists')]) end as dealt,
        array(select s.list ->> 'name' from jsonb_array_elements(c.shares -> 'lists') with ordinality s (list, place)
              order by s.place) as names,
        array(select cast(s.list ->> 'share' as integer)
              from jsonb_array_elements(c.shares -> 'lists') with ordinality s (list, place)
              order by s.place) as shares
      from campaign c
      left join list_turn t on t.tenant_id = :tenant and t.campaign_id = c.id
      where c.tenant_id = :tenant and c.id = :campaign and c.shares is not null
      """;

  private static final String NOTE =
      """
      with noted as (
        update claim set list = :list, list_share = :share, list_shares = :of, instead_of = :insteadOf
        where tenant_id = :tenant and id = :claim
      )
      update list_turn set dealt = :dealt where tenant_id = :tenant and campaign_id = :campaign
      """;

  private final TenantSql sql;

  ListTurns(TenantSql sql) {
    this.sql = sql;
  }

  /** The lists of a campaign, and whose turn it is. */
  record Turns(CampaignId campaign, List<String> names, List<Integer> shares, Deal deal) {

    /** What is said of a lead that comes from this list now; before it is dealt. */
    ListTurn of(int list) {
      int due = deal.order().get(0);
      Optional<String> turn = due == list || due == Deal.NO_LIST ? Optional.empty() : name(due);
      return new ListTurn(
          name(list),
          list == Deal.NO_LIST ? 0 : shares.get(list - 1),
          deal.sum(),
          turn.filter(other -> shares.get(due - 1) > 0));
    }

    private Optional<String> name(int list) {
      return list == Deal.NO_LIST ? Optional.empty() : Optional.of(names.get(list - 1));
    }

    private static Turns read(ResultSet rs) throws SQLException {
      List<Integer> shares = Arrays.asList((Integer[]) rs.getArray("shares").getArray());
      List<Long> dealt = Arrays.asList((Long[]) rs.getArray("dealt").getArray());
      return new Turns(
          new CampaignId(rs.getObject("campaign_id", UUID.class)),
          Arrays.asList((String[]) rs.getArray("names").getArray()),
          shares,
          new Deal(shares, dealt));
    }
  }

  /**
   * The turns in these campaigns; nobody else takes one before the transaction ends. A campaign
   * without shares has none.
   */
  Map<UUID, Turns> lock(Collection<UUID> campaigns) {
    return sql
        .query(
            LOCK,
            q ->
                q.bindArray("campaigns", UUID.class, campaigns.toArray())
                    .map((rs, ctx) -> Turns.read(rs))
                    .list())
        .stream()
        .collect(Collectors.toMap(turns -> turns.campaign().value(), turns -> turns));
  }

  /** The turns in a campaign, as they are now; empty if it has no shares. */
  Optional<Turns> look(CampaignId campaign) {
    return sql.query(
        LOOK, q -> q.bind("campaign", campaign.value()).map((rs, ctx) -> Turns.read(rs)).findOne());
  }

  /** A lead of this list was claimed: the claim says why, and the turn goes on. */
  Claim dealt(Claim claim, Turns turns, int list) {
    ListTurn turn = turns.of(list);
    turns.deal().dealFrom(list);
    sql.update(
        NOTE,
        u ->
            u.bind("claim", claim.id().value())
                .bind("campaign", turns.campaign().value())
                .bind("list", turn.list().orElse(null))
                .bind("share", turn.share())
                .bind("of", turn.of())
                .bind("insteadOf", turn.insteadOf().orElse(null))
                .bindArray("dealt", Long.class, turns.deal().dealt().toArray()));
    return claim.because(turn);
  }
}
