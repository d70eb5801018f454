package io.warmline.core.lead;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The numbers of leads as lists bring them, written many at a time. */
@ApplicationScoped
public class ManyPhones {

  /**
   * A number of a lead.
   *
   * @param position from 1
   * @param extension behind a switchboard
   * @param type as the list states it
   * @param where it is called
   * @param bucket of the campaign of the lead
   */
  public record Row(
      UUID lead,
      int position,
      PhoneNumber number,
      @Nullable String extension,
      @Nullable NumberType type,
      PlaceFinding where,
      long bucket) {}

  private static final String PLACE_NEW =
      """
      insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, jurisdictions, bucket_id, country,
                              extension, stated_type)
      select t.id, s.lead_id, s.position, s.e164, s.zone_source, string_to_array(s.zones, ','),
             string_to_array(s.jurisdictions, ','), s.bucket_id, s.country, s.extension, s.stated_type
      from tenant t,
           unnest(cast(:leads as uuid[]), cast(:positions as integer[]), cast(:e164s as text[]), cast(:sources as text[]),
                  cast(:zones as text[]), cast(:jurisdictions as text[]), cast(:buckets as bigint[]), cast(:countries as text[]),
                  cast(:extensions as text[]), cast(:types as text[]))
        as s (lead_id, position, e164, zone_source, zones, jurisdictions, bucket_id, country, extension, stated_type)
      where t.id = :tenant
      """;

  private static final String PLACE_ANEW =
      PLACE_NEW
          + """
          on conflict (tenant_id, lead_id, position) do update
          set e164 = excluded.e164, country = excluded.country, extension = excluded.extension, stated_type = excluded.stated_type, zone_source = excluded.zone_source, candidate_zones = excluded.candidate_zones, jurisdictions = excluded.jurisdictions,
              bucket_id = excluded.bucket_id,
              uncallable_reason = case when lead_phone.e164 = excluded.e164 then lead_phone.uncallable_reason
                else (select p.uncallable_reason from lead_phone p
                      where p.tenant_id = :tenant and p.lead_id = excluded.lead_id and p.e164 = excluded.e164) end
          """;

  private final TenantSql sql;

  ManyPhones(TenantSql sql) {
    this.sql = sql;
  }

  /** Of leads that were not there. */
  public void add(List<Row> rows) {
    write(PLACE_NEW, rows);
  }

  /** Of leads that were there: what is known of a number goes with it to its new position. */
  public void change(List<Row> rows) {
    write(PLACE_ANEW, rows);
  }

  private void write(String statement, List<Row> rows) {
    if (!rows.isEmpty()) {
      sql.update(statement, u -> bind(u, rows));
    }
  }

  private static void bind(SqlStatement<?> statement, List<Row> rows) {
    statement
        .bindArray("leads", UUID.class, Columns.of(rows, Row::lead))
        .bindArray("positions", Integer.class, Columns.of(rows, Row::position))
        .bindArray("e164s", String.class, Columns.of(rows, row -> row.number().e164()))
        .bindArray("sources", String.class, Columns.of(rows, row -> row.where().source().name()))
        .bindArray(
            "zones",
            String.class,
            Columns.of(rows, row -> joined(row.where().zones(), ZoneId::getId)))
        .bindArray(
            "jurisdictions",
            String.class,
            Columns.of(rows, row -> joined(row.where().jurisdictions(), Jurisdiction::code)))
        .bindArray("buckets", Long.class, Columns.of(rows, Row::bucket))
        .bindArray(
            "countries",
            String.class,
            Columns.of(rows, row -> PhoneNumbers.countryOf(row.number()).orElse(null)))
        .bindArray("extensions", String.class, Columns.sparse(rows, Row::extension))
        .bindArray("types", String.class, Columns.sparse(rows, ManyPhones::type));
  }

  private static @Nullable String type(Row row) {
    NumberType type = row.type();
    return type == null ? null : type.name();
  }

  private static <T> String joined(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().collect(Collectors.joining(","));
  }
}
