package io.warmline.core.duplicate;

import io.warmline.core.NotFound;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.MergerId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mergers of the tenant, each with what is needed to undo it. */
@ApplicationScoped
class Mergers {

  private final TenantSql sql;

  Mergers(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * How things stood before.
   *
   * @param version the version that the lead that stays got by the merger
   * @param promise the callback that the lead that stays got by it
   */
  record Before(String leadImage, String mergedImage, int version, @Nullable CallbackId promise) {

    @Override
    public String toString() {
      return "Before[…]";
    }
  }

  void add(Merger merger, Before before) {
    sql.update(
        """
        insert into lead_merge (tenant_id, id, lead_id, merged_id, lead_image, merged_image, lead_version, callback_id, remarks, merged_at)
        values (:tenant, :id, :lead, :merged, cast(:leadImage as jsonb), cast(:mergedImage as jsonb), :version, :callback, :remarks, :at)
        """,
        u ->
            u.bind("id", merger.id().value())
                .bind("lead", merger.lead().value())
                .bind("merged", merger.merged().value())
                .bind("leadImage", before.leadImage())
                .bind("mergedImage", before.mergedImage())
                .bind("version", before.version())
                .bind("callback", before.promise() == null ? null : before.promise().value())
                .bindArray("remarks", String.class, merger.remarks().toArray())
                .bind("at", merger.mergedAt()));
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  Merger get(MergerId id) {
    return sql.query(
            "select * from lead_merge where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs)).findOne())
        .orElseThrow(() -> new NotFound("merger", id));
  }

  Before before(MergerId id) {
    return sql.query(
        "select * from lead_merge where tenant_id = :tenant and id = :id",
        q ->
            q.bind("id", id.value())
                .map(
                    (rs, ctx) ->
                        new Before(
                            rs.getString("lead_image"),
                            rs.getString("merged_image"),
                            rs.getInt("lead_version"),
                            Optional.ofNullable(rs.getObject("callback_id", UUID.class))
                                .map(CallbackId::new)
                                .orElse(null)))
                .one());
  }

  /** False if it was undone meanwhile. */
  boolean undo(MergerId id, List<String> remarks, Instant now) {
    return 1
        == sql.update(
            """
            update lead_merge
            set undone_at = :now, remarks = :remarks, lead_image = '{}', merged_image = '{}'
            where tenant_id = :tenant and id = :id and undone_at is null
            """,
            u ->
                u.bind("id", id.value())
                    .bind("now", now)
                    .bindArray("remarks", String.class, remarks.toArray()));
  }

  /** The merger that ended this lead, unless it was undone. */
  Optional<Merger> endOf(LeadId merged) {
    return sql.query(
        "select * from lead_merge where tenant_id = :tenant and merged_id = :lead and undone_at is"
            + " null",
        q -> q.bind("lead", merged.value()).map((rs, ctx) -> read(rs)).findOne());
  }

  /** Whether another was merged into the lead since. */
  boolean hasLater(Merger merger) {
    return sql.query(
        """
        select exists (select 1 from lead_merge
                       where tenant_id = :tenant and lead_id = :lead and undone_at is null and id > :id)
        """,
        q ->
            q.bind("lead", merger.lead().value())
                .bind("id", merger.id().value())
                .mapTo(Boolean.class)
                .one());
  }

  /** The leads that were merged into this one. */
  List<LeadId> mergedInto(LeadId lead) {
    return sql.query(
        """
        select merged_id from lead_merge
        where tenant_id = :tenant and lead_id = :lead and undone_at is null
        order by id
        """,
        q -> q.bind("lead", lead.value()).mapTo(LeadId.class).list());
  }

  /** What was known of the leads that were merged into this one, and of it before. */
  List<String> imagesInto(LeadId lead) {
    return sql.query(
        """
        select i.image
        from lead_merge m cross join lateral (values (m.merged_image), (m.lead_image)) i (image)
        where m.tenant_id = :tenant and m.lead_id = :lead and m.undone_at is null
        order by m.id
        """,
        q -> q.bind("lead", lead.value()).mapTo(String.class).list());
  }

  /** Takes what is personal out of the mergers of a lead. */
  void forget(LeadId lead) {
    sql.update(
        """
        update lead_merge set lead_image = '{}', merged_image = '{}', undone_at = coalesce(undone_at, merged_at), remarks = '{}'
        where tenant_id = :tenant and (lead_id = :lead or merged_id = :lead)
        """,
        u -> u.bind("lead", lead.value()));
  }

  private static Merger read(ResultSet rs) throws SQLException {
    return new Merger(
        new MergerId(rs.getObject("id", UUID.class)),
        new LeadId(rs.getObject("lead_id", UUID.class)),
        new LeadId(rs.getObject("merged_id", UUID.class)),
        rs.getObject("merged_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rs.getObject("undone_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Arrays.asList((String[]) rs.getArray("remarks").getArray()));
  }
}
