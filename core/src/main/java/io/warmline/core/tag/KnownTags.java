package io.warmline.core.tag;

import io.warmline.core.InvalidValue;
import io.warmline.core.Nearest;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The tags that leads of a campaign carry or have carried. Whoever asks for leads of a tag that
 * never was has misspelt it, and is told; a tag whose last lead has lost it is still one.
 */
@ApplicationScoped
public class KnownTags {

  /** Of more names than these none is looked for that is like the one that is not known. */
  private static final int MOST_COMPARED = 2000;

  private static final String REMEMBER =
      """
      insert into lead_tag (tenant_id, campaign_id, name)
      select distinct l.tenant_id, l.campaign_id, tag.name
      from lead l, unnest(l.tags) as tag (name)
      where l.tenant_id = :tenant and l.id = any(:leads) and l.tags <> '{}'
        and not exists (select 1 from lead_tag known
                        where known.tenant_id = :tenant and known.campaign_id = l.campaign_id and known.name = tag.name)
      order by l.campaign_id, tag.name
      on conflict do nothing
      """;

  /*
   * A tag may name a person. Whose it was, nobody knows any more once the lead has lost it.
   */
  private static final String FORGET =
      """
      delete from lead_tag known
      using lead erased
      where erased.tenant_id = :tenant and erased.id = :lead
        and known.tenant_id = :tenant and known.campaign_id = erased.campaign_id
        and known.name not in (
          select tag.name
          from lead l, unnest(l.tags) as tag (name)
          where l.tenant_id = :tenant and l.campaign_id = erased.campaign_id and l.tags <> '{}' and l.id <> :lead)
      """;

  private final TenantSql sql;

  KnownTags(TenantSql sql) {
    this.sql = sql;
  }

  /** Leads that have tags were written. */
  public void remember(Collection<UUID> leads) {
    if (!leads.isEmpty()) {
      sql.update(REMEMBER, u -> u.bindArray("leads", UUID.class, leads.toArray()));
    }
  }

  /** A lead that is erased leaves no tag behind that nobody else of its campaign has. */
  void forget(LeadId lead) {
    sql.update(FORGET, u -> u.bind("lead", lead.value()));
  }

  /** Whether a lead of the campaign has or had any. */
  public boolean areIn(CampaignId campaign) {
    return sql.query(
        "select exists (select 1 from lead_tag where tenant_id = :tenant and campaign_id = :campaign)",
        q -> q.bind("campaign", campaign.value()).mapTo(Boolean.class).one());
  }

  /**
   * Sees that there are or were leads with these tags.
   *
   * @param tags as leads keep them
   * @param campaigns whose leads are asked for; empty: those of all
   * @param pointer where the tags stand in the request; of a list each has its place behind it
   * @throws InvalidValue UNKNOWN_TAG, with the one that is most like it
   */
  public void require(List<String> tags, Collection<CampaignId> campaigns, String pointer) {
    if (tags.isEmpty()) {
      return;
    }
    UUID[] those = campaigns.stream().map(CampaignId::value).toArray(UUID[]::new);
    Set<String> known = known(tags, those);
    for (String tag : tags) {
      if (!known.contains(tag)) {
        throw unknown(tag, those, pointer);
      }
    }
  }

  private Set<String> known(List<String> tags, UUID[] campaigns) {
    return Set.copyOf(
        sql.query(
            """
            select distinct name from lead_tag
            where tenant_id = :tenant and name = any(:names)
              and (cardinality(:campaigns) = 0 or campaign_id = any(:campaigns))
            """,
            q ->
                q.bindArray("names", String.class, tags.toArray())
                    .bindArray("campaigns", UUID.class, (Object[]) campaigns)
                    .mapTo(String.class)
                    .list()));
  }

  private InvalidValue unknown(String tag, UUID[] campaigns, String pointer) {
    Set<String> elsewhere = campaigns.length == 0 ? Set.of() : known(List.of(tag), new UUID[0]);
    String whose = campaigns.length == 0 ? "no lead" : "no lead of these campaigns";
    String rest =
        elsewhere.isEmpty()
            ? Nearest.hint(tag, names(campaigns))
            : "; leads of other campaigns have it";
    return new InvalidValue(
        pointer, "UNKNOWN_TAG", "is \"" + tag + "\", which " + whose + " has ever had" + rest);
  }

  private Set<String> names(UUID[] campaigns) {
    return sql
        .query(
            """
            select distinct name from lead_tag
            where tenant_id = :tenant and (cardinality(:campaigns) = 0 or campaign_id = any(:campaigns))
            order by name
            limit :most
            """,
            q ->
                q.bindArray("campaigns", UUID.class, (Object[]) campaigns)
                    .bind("most", MOST_COMPARED)
                    .mapTo(String.class)
                    .list())
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
