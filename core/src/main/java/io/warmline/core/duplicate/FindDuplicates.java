package io.warmline.core.duplicate;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.SamePerson;
import io.warmline.core.lead.SamePerson.Answerer;
import io.warmline.core.lead.SamePerson.Likeness;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/** Finds leads of a campaign that may be one person. */
@ApplicationScoped
public class FindDuplicates {

  /** Of leads with one key more than these are not looked at. */
  private static final int MOST_OF_A_KEY = 100;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Campaigns campaigns;

  FindDuplicates(TenantTransaction transaction, TenantSql sql, Campaigns campaigns) {
    this.transaction = transaction;
    this.sql = sql;
    this.campaigns = campaigns;
  }

  /** What leads have in common. */
  public enum Key {
    /** A number. Different names, or different e-mail addresses, are different people. */
    NUMBER(
        """
        select p.e164 as key, l.id, l.first_name, l.last_name, l.email, p.extension
        from lead l
        join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
        where l.tenant_id = :tenant and l.campaign_id = :campaign
        """),
    /** The e-mail address. */
    EMAIL(
        """
        select lower(l.email) as key, l.id, l.first_name, l.last_name, l.email, null as extension
        from lead l
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.email is not null
        """),
    /** First and last name, and the company. */
    NAME_AND_COMPANY(
        """
        select lower(l.first_name || ' ' || l.last_name || ', ' || l.company) as key, l.id, l.first_name, l.last_name, l.email,
               null as extension
        from lead l
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.first_name is not null and l.last_name is not null
          and l.company is not null
        """);

    private final String keyed;

    Key(String keyed) {
      this.keyed = keyed;
    }
  }

  /**
   * Leads that may be one person.
   *
   * @param sure whether a name or an e-mail address agrees; else nothing tells them apart
   * @param leads at least two, the oldest first
   */
  public record Group(Key key, boolean sure, List<LeadId> leads) {}

  private record Keyed(String key, LeadId lead, Answerer who) {}

  /**
   * Groups in the order of what they have in common. A page may have fewer groups than asked for,
   * or none, and yet another one after it.
   *
   * @throws NotFound if there is no such campaign
   */
  public Page<Group> find(CampaignId campaign, Key key, Cursor.Paging paging) {
    return transaction.call(
        () -> {
          campaigns.get(campaign);
          return page(campaign, key, paging);
        });
  }

  private Page<Group> page(CampaignId campaign, Key key, Cursor.Paging paging) {
    Map<String, List<Keyed>> byKey = new LinkedHashMap<>();
    keyed(campaign, key, paging)
        .forEach(row -> byKey.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row));
    Page<Map.Entry<String, List<Keyed>>> page =
        Page.of(
            List.copyOf(byKey.entrySet()),
            paging.limit(),
            entry -> new Cursor(entry.getKey(), entry.getValue().get(0).lead().value()));
    List<Group> groups =
        page.items().stream().flatMap(entry -> groups(key, entry.getValue()).stream()).toList();
    return new Page<>(groups, page.next());
  }

  private List<Keyed> keyed(CampaignId campaign, Key key, Cursor.Paging paging) {
    return sql.query(
        """
        with keyed as (%s),
        twice as (
          select key from keyed
          where cast(:after as text) is null or key > :after
          group by key having count(distinct id) > 1
          order by key
          limit :limit
        )
        select * from (
          select k.*, row_number() over (partition by k.key order by k.id) as place
          from keyed k join twice t on t.key = k.key) k
        where place <= :most
        order by key, id
        """
            .formatted(key.keyed),
        q ->
            q.bind("campaign", campaign.value())
                .bind("after", paging.after() == null ? null : paging.after().key())
                .bind("limit", paging.probe())
                .bind("most", MOST_OF_A_KEY)
                .map(FindDuplicates::keyed)
                .list());
  }

  private static Keyed keyed(RowView row) {
    return new Keyed(
        row.getColumn("key", String.class),
        new LeadId(row.getColumn("id", UUID.class)),
        new Answerer(
            row.getColumn("first_name", String.class),
            row.getColumn("last_name", String.class),
            row.getColumn("email", String.class),
            row.getColumn("extension", String.class)));
  }

  /** Each lead joins the first group in which somebody may be the same person. */
  private static List<Group> groups(Key key, List<Keyed> rows) {
    List<List<Keyed>> groups = new ArrayList<>();
    for (Keyed row : rows) {
      groups.stream()
          .filter(group -> group.stream().allMatch(other -> alike(key, row, other)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(row), () -> groups.add(new ArrayList<>(List.of(row))));
    }
    return groups.stream()
        .filter(group -> group.size() > 1)
        .map(group -> new Group(key, isSure(group), leads(group)))
        .toList();
  }

  private static List<LeadId> leads(List<Keyed> group) {
    return group.stream().map(Keyed::lead).collect(Collectors.toList());
  }

  private static boolean alike(Key key, Keyed one, Keyed other) {
    return key != Key.NUMBER || SamePerson.of(one.who(), other.who()) != Likeness.DIFFERENT;
  }

  private static boolean isSure(List<Keyed> group) {
    Answerer first = group.get(0).who();
    return group.stream()
        .skip(1)
        .allMatch(other -> SamePerson.of(first, other.who()) == Likeness.SURE);
  }
}
