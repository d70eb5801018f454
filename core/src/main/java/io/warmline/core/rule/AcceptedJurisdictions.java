package io.warmline.core.rule;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The countries that the tenant calls although no calling rule is known of them. */
@ApplicationScoped
public class AcceptedJurisdictions {

  private final TenantSql sql;

  AcceptedJurisdictions(TenantSql sql) {
    this.sql = sql;
  }

  /** All of them, by country. */
  public List<AcceptedJurisdiction> all() {
    return sql.query(
        """
        select country, calling_hours, accepted_by, reason, accepted_at, api_key_id
        from accepted_jurisdiction where tenant_id = :tenant order by country
        """,
        q -> q.map((rs, ctx) -> read(rs)).list());
  }

  private static AcceptedJurisdiction read(ResultSet rs) throws SQLException {
    return new AcceptedJurisdiction(
        new Jurisdiction(rs.getString("country")),
        CallingHoursText.parse(rs.getString("calling_hours")),
        rs.getString("accepted_by"),
        rs.getString("reason"),
        rs.getObject("accepted_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rs.getObject("api_key_id", UUID.class)));
  }

  void save(AcceptedJurisdiction accepted) {
    sql.update(
        """
        insert into accepted_jurisdiction (tenant_id, country, calling_hours, accepted_by, reason, accepted_at, api_key_id)
        values (:tenant, :country, :hours, :by, :reason, :at, :key)
        on conflict (tenant_id, country) do update set
          calling_hours = excluded.calling_hours, accepted_by = excluded.accepted_by, reason = excluded.reason,
          accepted_at = excluded.accepted_at, api_key_id = excluded.api_key_id
        """,
        u ->
            u.bind("country", accepted.country().code())
                .bind("hours", CallingHoursText.format(accepted.hours()))
                .bind("by", accepted.by())
                .bind("reason", accepted.reason())
                .bind("at", accepted.at())
                .bind("key", accepted.key().orElse(null)));
  }

  /**
   * @throws NotFound if it was not accepted
   */
  void delete(Jurisdiction country) {
    int deleted =
        sql.update(
            "delete from accepted_jurisdiction where tenant_id = :tenant and country = :country",
            u -> u.bind("country", country.code()));
    if (deleted == 0) {
      throw new NotFound("accepted jurisdiction", country);
    }
  }
}
