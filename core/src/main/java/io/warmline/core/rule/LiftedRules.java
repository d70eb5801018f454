package io.warmline.core.rule;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recommended rules that the tenant does not keep. */
@ApplicationScoped
public class LiftedRules {

  private final TenantSql sql;

  LiftedRules(TenantSql sql) {
    this.sql = sql;
  }

  /** All of them, by id. */
  public List<LiftedRule> all() {
    return sql.query(
        """
        select id, lifted_by, reason, lifted_at, api_key_id from lifted_rule where tenant_id = :tenant order by id
        """,
        q -> q.map((rs, ctx) -> read(rs)).list());
  }

  private static LiftedRule read(ResultSet rs) throws SQLException {
    return new LiftedRule(
        new RuleId(rs.getString("id")),
        rs.getString("lifted_by"),
        rs.getString("reason"),
        rs.getObject("lifted_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rs.getObject("api_key_id", UUID.class)));
  }

  void save(LiftedRule lifted) {
    sql.update(
        """
        insert into lifted_rule (tenant_id, id, lifted_by, reason, lifted_at, api_key_id)
        values (:tenant, :id, :by, :reason, :at, :key)
        on conflict (tenant_id, id) do update set
          lifted_by = excluded.lifted_by, reason = excluded.reason, lifted_at = excluded.lifted_at,
          api_key_id = excluded.api_key_id
        """,
        u ->
            u.bind("id", lifted.rule().value())
                .bind("by", lifted.by())
                .bind("reason", lifted.reason())
                .bind("at", lifted.at())
                .bind("key", lifted.key().orElse(null)));
  }

  /**
   * @throws NotFound if it was not lifted
   */
  void delete(RuleId rule) {
    int deleted =
        sql.update(
            "delete from lifted_rule where tenant_id = :tenant and id = :id",
            u -> u.bind("id", rule.value()));
    if (deleted == 0) {
      throw new NotFound("lifted rule", rule);
    }
  }
}
