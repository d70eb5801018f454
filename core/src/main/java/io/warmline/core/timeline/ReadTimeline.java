package io.warmline.core.timeline;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.event.EventMonths;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads all that happened with a lead. */
@ApplicationScoped
public class ReadTimeline {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private static final Duration A_MONTH = Duration.ofDays(31);

  private static final String PAGE =
      """
      with entry as (
      %s
      )
      select at, rank, id, kind, subject_id, agent_id, campaign_id, call_id, case when not :erased then words end as words,
             cast(jsonb_strip_nulls(details) as text) as details
      from entry
      where cast(:at as timestamptz) is null or (at, rank, id) < (:at, :rank, :id)
      order by at desc, rank desc, id desc
      limit :limit
      """
          .formatted(String.join("union all\n", TimelineSources.ALL));

  private final TenantSql sql;
  private final Leads leads;

  ReadTimeline(TenantSql sql, Leads leads) {
    this.sql = sql;
    this.leads = leads;
  }

  /** An entry and where it stands in the order. */
  private record Placed(Place place, TimelineEntry entry) {}

  /**
   * The place of an entry in the order, which is total.
   *
   * @param rank orders what happened at one instant
   * @param id unique within the rank
   */
  private record Place(Instant at, int rank, UUID id) {

    Cursor cursor() {
      return new Cursor(at + "|" + rank, id);
    }

    static Place of(Cursor cursor) {
      int bar = cursor.key().indexOf('|');
      return new Place(
          Instant.parse(cursor.key().substring(0, bar)),
          Integer.parseInt(cursor.key().substring(bar + 1)),
          cursor.id());
    }
  }

  /**
   * The newest first. Of a lead that was erased there are no words.
   *
   * @throws NotFound if the tenant has no lead with this id
   */
  public Page<TimelineEntry> read(LeadId id, Cursor.Paging paging) {
    Lead lead = leads.get(id);
    boolean erased = lead.erasedAt().isPresent();
    Cursor cursor = paging.after();
    Place after = cursor == null ? null : Place.of(cursor);
    List<Member> members = oneWith(id);
    List<Placed> rows =
        sql.query(
            PAGE,
            q ->
                after(q, after)
                    .bindArray("leads", UUID.class, members.stream().map(Member::id).toArray())
                    .bind("since", since(members))
                    .bind("erased", erased)
                    .bind("limit", paging.probe())
                    .map(ReadTimeline::entry)
                    .list());
    Page<Placed> page = Page.of(rows, paging.limit(), placed -> placed.place().cursor());
    return new Page<>(page.items().stream().map(Placed::entry).toList(), page.next());
  }

  /** A lead that is, or became, the one whose timeline is read. */
  private record Member(UUID id, Instant createdAt) {

    /** As its id has it, or as it says itself: what was first. */
    Instant madeAt() {
      Instant byId = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
      return byId.isBefore(createdAt) ? byId : createdAt;
    }
  }

  /** The month before the first of them was made: clocks may differ a little. */
  private static int since(List<Member> members) {
    Instant first = members.stream().map(Member::madeAt).min(naturalOrder()).orElseThrow();
    return EventMonths.of(first.minus(A_MONTH));
  }

  /** The lead, and those that were merged into it. */
  private List<Member> oneWith(LeadId id) {
    return sql.query(
        """
        with recursive one (id) as (
          select cast(:lead as uuid)
          union
          select m.merged_id from one
          join lead_merge m on m.tenant_id = :tenant and m.lead_id = one.id and m.undone_at is null)
        select one.id, l.created_at from one
        join lead l on l.tenant_id = :tenant and l.id = one.id
        """,
        q ->
            q.bind("lead", id.value())
                .map(
                    row ->
                        new Member(
                            row.getColumn("id", UUID.class),
                            row.getColumn("created_at", Instant.class)))
                .list());
  }

  private static Query after(Query query, @Nullable Place place) {
    return query
        .bindByType("at", place == null ? null : place.at(), Instant.class)
        .bindByType("rank", place == null ? null : place.rank(), Integer.class)
        .bindByType("id", place == null ? null : place.id(), UUID.class);
  }

  private static Placed entry(RowView row) {
    TimelineKind kind = row.getColumn("kind", TimelineKind.class);
    Instant at = row.getColumn("at", Instant.class);
    Map<String, String> details = details(row.getColumn("details", String.class));
    return new Placed(
        new Place(at, row.getColumn("rank", Integer.class), row.getColumn("id", UUID.class)),
        new TimelineEntry(
            kind,
            at,
            kind.title(details),
            row.getColumn("subject_id", UUID.class),
            row.getColumn("agent_id", AgentId.class),
            row.getColumn("campaign_id", CampaignId.class),
            row.getColumn("call_id", CallId.class),
            row.getColumn("words", String.class),
            details));
  }

  private static Map<String, String> details(String json) {
    try {
      return JSON.readValue(json, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the details of an entry are not readable", e);
    }
  }
}
