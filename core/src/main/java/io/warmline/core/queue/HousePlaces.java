package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the tenant has rules of its own. */
@ApplicationScoped
class HousePlaces {

  private final TenantSql sql;

  HousePlaces(TenantSql sql) {
    this.sql = sql;
  }

  HouseGround ground() {
    List<Ruled> ruled =
        sql.query(
            """
            select distinct r.body->>'jurisdiction' as place, c.digits
            from calling_rule r left join jsonb_array_elements_text(r.body->'areaCodes') c (digits) on true
            where r.tenant_id = :tenant and r.body->>'jurisdiction' is not null
            """,
            q ->
                q.map((rs, ctx) -> new Ruled(rs.getString("place"), rs.getString("digits")))
                    .list());
    return new HouseGround(
        ruled.stream().map(Ruled::place).map(Jurisdiction::new).collect(Collectors.toSet()),
        codes(ruled));
  }

  private static Set<AreaCode> codes(List<Ruled> ruled) {
    return ruled.stream()
        .filter(one -> one.digits() != null)
        .map(one -> AreaCode.parse(one.place() + " " + one.digits()))
        .collect(Collectors.toSet());
  }

  /**
   * A place with rules.
   *
   * @param digits of an area code; null: a rule holds for all who are there
   */
  private record Ruled(String place, @Nullable String digits) {}
}
