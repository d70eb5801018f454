package io.warmline.core.search;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.search.LeadHit.Found;
import io.warmline.core.search.LeadHit.Meeting;
import io.warmline.core.search.LeadHit.Promise;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Which leads fit what is sought, and what is agreed with them. */
@ApplicationScoped
class FoundLeads {

  /** Of more that have the words equally none is better than another: our choice. */
  private static final int MOST_CANDIDATES = 500;

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).thenComparing(Match::lead).reversed();

  private final TenantSql sql;
  private final FoldedWords folded;

  FoundLeads(TenantSql sql, FoldedWords folded) {
    this.sql = sql;
    this.folded = folded;
  }

  /** A lead that fits. */
  record Match(UUID lead, Found by, double score) {}

  /** What is open with a lead. */
  record Agreed(@Nullable Promise promise, @Nullable Meeting meeting) {}

  /**
   * Those with this number, as it may be written in the countries of the campaigns; else those
   * whose number ends so.
   */
  List<Match> byNumber(SoughtNumber number, SearchScope scope) {
    List<String> countries =
        sql.query(
            """
            select distinct default_country from campaign
            where tenant_id = :tenant and (cast(:campaign as uuid) is null or id = :campaign)
            """,
            q -> q.bind("campaign", scope.campaignOrNull()).mapTo(String.class).list());
    List<Match> whole =
        having("p.e164 = any(:sought)", number.candidates(countries), Found.NUMBER, scope);
    return whole.isEmpty()
        ? having(
            "right(p.e164, length((cast(:sought as text[]))[1])) = (cast(:sought as text[]))[1]",
            List.of(number.ending()),
            Found.LAST_DIGITS,
            scope)
        : whole;
  }

  private List<Match> having(String condition, List<String> sought, Found by, SearchScope scope) {
    return sql.query(
        """
        select distinct l.id from lead_phone p
        join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        where p.tenant_id = :tenant and %s and (cast(:campaign as uuid) is null or l.campaign_id = :campaign) and %s
        order by l.id desc
        limit :limit
        """
            .formatted(condition, scope.where().text()),
        q ->
            q.bindMap(scope.where().values())
                .bindArray("sought", String.class, sought.toArray())
                .bind("campaign", scope.campaignOrNull())
                .bind("limit", scope.limit())
                .mapTo(UUID.class)
                .map(id -> new Match(id, by, by == Found.NUMBER ? 1 : 0.5))
                .list());
  }

  /**
   * Those in which every word is found, or one like it; the most similar first. Whole words are
   * looked for first, then beginnings, then words that are less and less like them, until somebody
   * is found: the index has few leads that share nearly all letters with a word, and very many that
   * share some.
   */
  List<Match> byWords(String query, SearchScope scope) {
    SoughtWords words = new SoughtWords(folded.of(query));
    Map<UUID, Match> found = new HashMap<>();
    for (double share : words.shares(scope)) {
      having(words, share, scope).forEach(match -> found.put(match.lead(), match));
      boolean maybeMore = share == SoughtWords.WHOLE && found.size() < scope.limit();
      if (!found.isEmpty() && !maybeMore) {
        break;
      }
    }
    return found.values().stream().sorted(BEST_FIRST).limit(scope.limit()).toList();
  }

  private List<Match> having(SoughtWords words, double share, SearchScope scope) {
    if (words.all().isEmpty()) {
      return List.of();
    }
    sql.set(SearchIndex.sharing(share));
    return sql.query(
        """
        with candidate as materialized (
          %s
        )
        select c.id, (select avg(word_similarity(w, c.search)) from unnest(cast(:words as text[])) w) as score
        from candidate c
        where not exists (select 1 from unnest(cast(:words as text[])) w
                          where word_similarity(w, c.search) < case when w ~ '[@0-9]' then 0.6 else 0.3 end)
        order by score desc, c.id desc
        limit :limit
        """
            .formatted(candidates(words, scope)),
        q ->
            q.bindMap(scope.where().values())
                .bindMap(words.parameters())
                .bindArray("words", String.class, words.all().toArray())
                .bind("campaign", scope.campaignOrNull())
                .bind("most", MOST_CANDIDATES)
                .bind("limit", scope.limit())
                .map(
                    (RowView row) ->
                        new Match(
                            row.getColumn("id", UUID.class),
                            Found.WORDS,
                            row.getColumn("score", Double.class)))
                .list());
  }

  static String candidates(SoughtWords words, SearchScope scope) {
    return """
        select l.id, l.search from lead l
          where l.tenant_id = :tenant and l.erased_at is null
            and (cast(:campaign as uuid) is null or l.campaign_id = :campaign)
            and %s
            and %s
          limit :most"""
        .formatted(scope.where().text(), words.inIndex("l.search"));
  }

  /** What is open with each of these leads. */
  Map<UUID, Agreed> agreedWith(Collection<UUID> leads) {
    Map<UUID, Agreed> agreed = new HashMap<>();
    sql.query(
            """
            select l.id, cb.id as callback_id, cb.due_at, cb.latest_at, cb.agent_id, cb.words, cb.note, a.id as appointment_id,
                   a.starts_at
            from lead l
            left join callback cb on cb.tenant_id = :tenant and cb.lead_id = l.id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
            left join appointment a on a.tenant_id = :tenant and a.lead_id = l.id and a.status in ('SET', 'CONFIRMED')
            where l.tenant_id = :tenant and l.id = any(:leads)
            """,
            q ->
                q.bindArray("leads", UUID.class, leads.toArray())
                    .map(
                        (RowView row) ->
                            Map.entry(
                                row.getColumn("id", UUID.class),
                                new Agreed(promise(row), meeting(row))))
                    .list())
        .forEach(entry -> agreed.put(entry.getKey(), entry.getValue()));
    return agreed;
  }

  private static @Nullable Promise promise(RowView row) {
    CallbackId callback = row.getColumn("callback_id", CallbackId.class);
    return callback == null
        ? null
        : new Promise(
            callback,
            row.getColumn("due_at", Instant.class),
            row.getColumn("latest_at", Instant.class),
            row.getColumn("agent_id", AgentId.class),
            row.getColumn("words", String.class),
            row.getColumn("note", String.class));
  }

  private static @Nullable Meeting meeting(RowView row) {
    AppointmentId appointment = row.getColumn("appointment_id", AppointmentId.class);
    return appointment == null
        ? null
        : new Meeting(appointment, row.getColumn("starts_at", Instant.class));
  }
}
