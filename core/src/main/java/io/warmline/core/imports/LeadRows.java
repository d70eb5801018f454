package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads leads as imports and exports see them: by the fields of a lead file. */
final class LeadRows {

  /** Selects leads with their numbers, to be completed with a condition and an order. */
  static final String SELECT =
      """
      select l.id, l.version, l.status, l.external_id, l.title, l.first_name, l.last_name, l.company, l.job_title, l.email,
             l.website, l.street, l.city, l.county, l.region, l.postal_code, l.country, l.time_zone, l.language, l.score, l.notes,
             l.contract_end, nullif(array_to_string(l.tags, ','), '') as tags, l.custom_fields, l.consent_kind, l.consent_given_at, l.consent_evidence, l.consent_scope,
             l.consent_source, l.consent_expires_at, l.consent_withdrawn_at,
             l.customer_since, l.customer_until, l.last_purchase_on, l.last_inquiry_at,
             l.stated_country, l.stated_region, l.stated_postal_code, l.next_attempt_at,
             array(select p.e164 from lead_phone p
                   where p.tenant_id = :tenant and p.lead_id = l.id order by p.position) as numbers,
             array(select p.extension from lead_phone p
                   where p.tenant_id = :tenant and p.lead_id = l.id order by p.position) as extensions,
             array(select p.stated_type from lead_phone p
                   where p.tenant_id = :tenant and p.lead_id = l.id order by p.position) as types
      from lead l
      where l.tenant_id = :tenant
      """;

  private LeadRows() {}

  static KnownLead.Known known(ResultSet rs) throws SQLException {
    Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    for (LeadField field : LeadField.COLUMNS) {
      String value = rs.getString(field.column());
      if (value != null) {
        values.put(field, value);
      }
    }
    List<PhoneNumber> numbers =
        Arrays.stream((String[]) rs.getArray("numbers").getArray()).map(PhoneNumber::new).toList();
    return new KnownLead.Known(
        values,
        Json.texts(rs.getString("custom_fields")),
        numbers,
        ofNumbers(rs, "extensions", numbers, digits -> digits),
        ofNumbers(rs, "types", numbers, NumberType::valueOf),
        consent(rs),
        new Relationship(
            rs.getObject("customer_since", LocalDate.class),
            rs.getObject("customer_until", LocalDate.class),
            rs.getObject("last_purchase_on", LocalDate.class),
            instant(rs, "last_inquiry_at")),
        LeadStatus.valueOf(rs.getString("status")),
        Optional.ofNullable(rs.getObject("next_attempt_at", OffsetDateTime.class))
            .map(OffsetDateTime::toLocalDate));
  }

  private static <T> Map<PhoneNumber, T> ofNumbers(
      ResultSet rs, String column, List<PhoneNumber> numbers, Function<String, T> read)
      throws SQLException {
    String[] texts = (String[]) rs.getArray(column).getArray();
    Map<PhoneNumber, T> values = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] != null) {
        values.put(numbers.get(i), read.apply(texts[i]));
      }
    }
    return values;
  }

  private static Optional<LeadConsent> consent(ResultSet rs) throws SQLException {
    String kind = rs.getString("consent_kind");
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new LeadConsent(
                ConsentKind.valueOf(kind),
                rs.getObject("consent_given_at", OffsetDateTime.class).toInstant(),
                rs.getString("consent_evidence"),
                rs.getString("consent_scope"),
                rs.getString("consent_source"),
                instant(rs, "consent_expires_at"),
                instant(rs, "consent_withdrawn_at")));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static KnownLead stored(ResultSet rs) throws SQLException {
    return KnownLead.stored(rs.getObject("id", UUID.class), rs.getInt("version"), known(rs));
  }
}
