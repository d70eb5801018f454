package io.warmline.core.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.ReviewId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** What supervisors have said of calls. */
@ApplicationScoped
public class Reviews {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String REMOVE_BARE_NOTES =
      """
      delete from call_review
      where tenant_id = :tenant and id in (
        select v.id from call_review v
        join call k on k.tenant_id = :tenant and k.id = v.call_id and k.started_at < :before
        where v.tenant_id = :tenant and v.score is null
        order by v.id
        limit :most)
      """;

  private static final String FORGET_NOTES =
      """
      update call_review set note = null, version = version + 1
      where tenant_id = :tenant and id in (
        select v.id from call_review v
        join call k on k.tenant_id = :tenant and k.id = v.call_id and k.started_at < :before
        where v.tenant_id = :tenant and v.score is not null and v.note is not null
        order by v.id
        limit :most)
      """;

  private final TenantSql sql;

  Reviews(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * @throws NotFound if the call has none with this id
   */
  Review get(CallId call, ReviewId id) {
    return sql.query(
            "select * from call_review where tenant_id = :tenant and call_id = :call and id = :id",
            q -> q.bind("call", call.value()).bind("id", id.value()).map(Reviews::read).findOne())
        .orElseThrow(() -> new NotFound("review", id));
  }

  /**
   * As {@link #get}; nobody else changes it while the transaction lasts.
   *
   * @throws NotFound if the call has none with this id
   */
  Review lock(CallId call, ReviewId id) {
    return sql.query(
            "select * from call_review where tenant_id = :tenant and call_id = :call and id = :id for update",
            q -> q.bind("call", call.value()).bind("id", id.value()).map(Reviews::read).findOne())
        .orElseThrow(() -> new NotFound("review", id));
  }

  /** Of a call, oldest first. */
  List<Review> of(CallId call) {
    return sql.query(
        "select * from call_review where tenant_id = :tenant and call_id = :call order by id",
        q -> q.bind("call", call.value()).map(Reviews::read).list());
  }

  /** Of all calls to a lead, oldest first. */
  public List<Review> of(LeadId lead) {
    return sql.query(
        "select * from call_review where tenant_id = :tenant and lead_id = :lead order by id",
        q -> q.bind("lead", lead.value()).map(Reviews::read).list());
  }

  void add(Review review) {
    sql.update(
        """
        insert into call_review (tenant_id, id, version, call_id, lead_id, campaign_id, agent_id, reviewer_id, score, criteria, note,
                                 created_at, updated_at)
        values (:tenant, :id, :version, :call, :lead, :campaign, :agent, :reviewer, :score, cast(:criteria as jsonb), :note, :created, :updated)
        """,
        u ->
            verdict(u, review.verdict())
                .bind("id", review.id().value())
                .bind("version", review.version())
                .bind("call", review.call().value())
                .bind("lead", review.lead().value())
                .bind("campaign", review.campaign().value())
                .bind("agent", review.agent().value())
                .bind("created", review.createdAt())
                .bind("updated", review.updatedAt()));
  }

  void correct(ReviewId id, Verdict verdict, Instant now) {
    sql.update(
        """
        update call_review
        set version = version + 1, reviewer_id = :reviewer, score = :score, criteria = cast(:criteria as jsonb), note = :note, updated_at = :now
        where tenant_id = :tenant and id = :id
        """,
        u -> verdict(u, verdict).bind("id", id.value()).bind("now", now));
  }

  void remove(ReviewId id) {
    sql.update(
        "delete from call_review where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()));
  }

  /** All of a lead that is erased. */
  void forget(LeadId lead) {
    sql.update(
        "delete from call_review where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }

  /**
   * The notes on calls that began before that time. Scores stay, as figures do.
   *
   * @param most of how many at most
   * @return of how many
   */
  public int forgetNotes(Instant before, int most) {
    int removed = sql.update(REMOVE_BARE_NOTES, u -> u.bind("before", before).bind("most", most));
    return removed + sql.update(FORGET_NOTES, u -> u.bind("before", before).bind("most", most));
  }

  private static Update verdict(Update update, Verdict verdict) {
    update.bind("reviewer", verdict.reviewer().map(AgentId::value).orElse(null));
    update.bind(
        "score", verdict.score().isPresent() ? (Double) verdict.score().getAsDouble() : null);
    return update
        .bind("criteria", text(verdict.criteria()))
        .bind("note", verdict.note().orElse(null));
  }

  private static Review read(RowView row) {
    return new Review(
        new ReviewId(row.getColumn("id", UUID.class)),
        row.getColumn("version", Integer.class),
        row.getColumn("call_id", CallId.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("agent_id", AgentId.class),
        new Verdict(
            Optional.ofNullable(row.getColumn("reviewer_id", AgentId.class)),
            criteria(row.getColumn("criteria", String.class)),
            Optional.ofNullable(row.getColumn("note", String.class))),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  private static String text(List<Criterion> criteria) {
    try {
      return JSON.writeValueAsString(criteria);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the scores of a call are not writable", e);
    }
  }

  private static List<Criterion> criteria(String json) {
    try {
      return List.of(JSON.readValue(json, Criterion[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored scores of a call are not readable", e);
    }
  }
}
