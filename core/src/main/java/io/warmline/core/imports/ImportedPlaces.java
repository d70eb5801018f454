package io.warmline.core.imports;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The numbers of imported leads, and where they are called. */
@ApplicationScoped
class ImportedPlaces {

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

  ImportedPlaces(TenantSql sql) {
    this.sql = sql;
  }

  /** A number of a lead and where it is called. */
  record Place(KnownLead lead, int position, PhoneNumber number, PlaceFinding where, long bucket) {

    QueueEntries.Newcomer newcomer() {
      String score = lead.value(LeadField.SCORE);
      return new QueueEntries.Newcomer(
          lead.id(), number, bucket, score == null ? 0 : Integer.parseInt(score));
    }

    private @Nullable String type() {
      NumberType type = lead.type(number);
      return type == null ? null : type.name();
    }

    boolean isDialledFirst() {
      return number.equals(lead.firstToDial());
    }

    /** Where the numbers of these leads are called. */
    static List<Place> of(ImportRun run, List<KnownLead> leads, ZoneId campaignZone, Instant now) {
      List<Place> places = new ArrayList<>();
      for (KnownLead lead : leads) {
        int position = 1;
        for (PhoneNumber number : lead.numbers()) {
          BucketTerms terms = lead.termsOf(number, run.ground(), campaignZone, now);
          long bucket = run.bucketFor(terms, now);
          places.add(new Place(lead, position++, number, terms.place(), bucket));
        }
      }
      return places;
    }
  }

  /** Of new leads. */
  void add(List<Place> places) {
    place(PLACE_NEW, places);
  }

  /** Of leads that were there, and that are called elsewhere by now. */
  void change(List<Place> places) {
    place(PLACE_ANEW, places);
  }

  private void place(String statement, List<Place> places) {
    if (!places.isEmpty()) {
      sql.update(statement, u -> bind(u, places));
    }
  }

  private static void bind(SqlStatement<?> statement, List<Place> places) {
    statement
        .bindArray("leads", UUID.class, Columns.of(places, place -> place.lead().id()))
        .bindArray("positions", Integer.class, Columns.of(places, Place::position))
        .bindArray("e164s", String.class, Columns.of(places, place -> place.number().e164()))
        .bindArray(
            "sources", String.class, Columns.of(places, place -> place.where().source().name()))
        .bindArray(
            "zones",
            String.class,
            Columns.of(places, place -> joined(place.where().zones(), ZoneId::getId)))
        .bindArray(
            "jurisdictions",
            String.class,
            Columns.of(places, place -> joined(place.where().jurisdictions(), Jurisdiction::code)))
        .bindArray("buckets", Long.class, Columns.of(places, Place::bucket))
        .bindArray(
            "countries",
            String.class,
            Columns.of(places, place -> PhoneNumbers.countryOf(place.number()).orElse(null)))
        .bindArray(
            "extensions",
            String.class,
            Columns.of(places, place -> place.lead().extension(place.number())))
        .bindArray("types", String.class, Columns.of(places, Place::type));
  }

  private static <T> String joined(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().collect(Collectors.joining(","));
  }
}
