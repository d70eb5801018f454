package io.warmline.core.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.company.Company;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadProfile.Address;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A lead as a row of its table. Its numbers are rows of their own: {@link PhoneRow}. */
final class LeadRow {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private LeadRow() {}

  static Lead read(ResultSet rs, List<LeadPhone> phones) throws SQLException {
    return new Lead(
        new LeadId(id(rs)),
        rs.getInt("version"),
        new CampaignId(rs.getObject("campaign_id", UUID.class)),
        Optional.ofNullable(rs.getString("external_id")),
        profile(rs),
        phones,
        LeadStatus.valueOf(rs.getString("status")),
        dialling(rs),
        Optional.ofNullable(QualificationText.read(rs.getString("qualification"))),
        Optional.ofNullable(rs.getObject("referred_by", UUID.class)).map(LeadId::new),
        dates(rs));
  }

  static UUID id(ResultSet rs) throws SQLException {
    return rs.getObject("id", UUID.class);
  }

  private static LeadProfile profile(ResultSet rs) throws SQLException {
    String zone = rs.getString("time_zone");
    return new LeadProfile(
        rs.getString("title"),
        rs.getString("first_name"),
        rs.getString("last_name"),
        rs.getString("company"),
        rs.getString("job_title"),
        rs.getString("email"),
        rs.getString("website"),
        address(rs),
        zone == null ? null : ZoneId.of(zone),
        consent(rs),
        rs.getString("language"),
        rs.getInt("score"),
        rs.getString("notes"),
        texts(rs.getString("custom_fields")),
        rs.getObject("contract_end", LocalDate.class),
        statedPlace(rs),
        relationship(rs),
        new Tags(List.of((String[]) rs.getArray("tags").getArray())));
  }

  private static Address address(ResultSet rs) throws SQLException {
    return new Address(
        rs.getString("street"),
        rs.getString("city"),
        rs.getString("county"),
        rs.getString("region"),
        rs.getString("postal_code"),
        rs.getString("country"));
  }

  static @Nullable LeadConsent consent(ResultSet rs) throws SQLException {
    String kind = rs.getString("consent_kind");
    return kind == null
        ? null
        : new LeadConsent(
            ConsentKind.valueOf(kind),
            rs.getObject("consent_given_at", OffsetDateTime.class).toInstant(),
            rs.getString("consent_evidence"),
            rs.getString("consent_scope"),
            rs.getString("consent_source"),
            instant(rs, "consent_expires_at").orElse(null),
            instant(rs, "consent_withdrawn_at").orElse(null));
  }

  private static Relationship relationship(ResultSet rs) throws SQLException {
    return new Relationship(
        rs.getObject("customer_since", LocalDate.class),
        rs.getObject("customer_until", LocalDate.class),
        rs.getObject("last_purchase_on", LocalDate.class),
        instant(rs, "last_inquiry_at").orElse(null));
  }

  private static @Nullable StatedPlace statedPlace(ResultSet rs) throws SQLException {
    StatedPlace place =
        new StatedPlace(
            rs.getString("stated_country"),
            rs.getString("stated_region"),
            rs.getString("stated_postal_code"));
    return place.equals(StatedPlace.NOWHERE) ? null : place;
  }

  private static Dialling dialling(ResultSet rs) throws SQLException {
    return new Dialling(
        rs.getInt("attempts"),
        rs.getInt("hang_ups"),
        instant(rs, "last_attempt_at"),
        instant(rs, "next_attempt_at"),
        instant(rs, "contacted_at"));
  }

  private static LeadDates dates(ResultSet rs) throws SQLException {
    return new LeadDates(
        instant(rs, "created_at").orElseThrow(),
        instant(rs, "updated_at").orElseThrow(),
        instant(rs, "status_changed_at"),
        instant(rs, "warmed_at"),
        instant(rs, "erased_at"));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Everything that is stored of a lead, but for its numbers. */
  static void bind(SqlStatement<?> s, Lead lead) {
    bindProfile(s, lead.profile());
    bindDialling(s, lead.dialling());
    bindDates(s, lead.dates());
    Company company = lead.company();
    s.bind("companyDomain", company.domain().orElse(null)).bind("companyName", company.nameKey());
    s.bind("id", lead.id().value())
        .bind("version", lead.version())
        .bind("campaign", lead.campaign().value())
        .bind("externalId", lead.externalId().orElse(null))
        .bind("status", lead.status().name())
        .bind("phone", lead.phones().isEmpty() ? null : lead.phones().get(0).number().e164())
        .bind("qualification", QualificationText.write(lead.qualification().orElse(null)))
        .bind("referrer", lead.referrer().map(LeadId::value).orElse(null));
  }

  private static void bindConsent(SqlStatement<?> s, @Nullable LeadConsent consent) {
    s.bind("consent", consent == null ? null : consent.kind().name())
        .bind("consentGivenAt", consent == null ? null : consent.givenAt())
        .bind("consentEvidence", consent == null ? null : consent.evidence())
        .bind("consentScope", consent == null ? null : consent.scope())
        .bind("consentSource", consent == null ? null : consent.source())
        .bind("consentExpiresAt", consent == null ? null : consent.expiresAt())
        .bind("consentWithdrawnAt", consent == null ? null : consent.withdrawnAt());
  }

  private static void bindRelationship(SqlStatement<?> s, @Nullable Relationship known) {
    Relationship relationship = known == null ? Relationship.NONE : known;
    s.bind("customerSince", relationship.customerSince())
        .bind("customerUntil", relationship.customerUntil())
        .bind("lastPurchaseOn", relationship.lastPurchaseOn())
        .bind("lastInquiryAt", relationship.lastInquiryAt());
  }

  private static void bindProfile(SqlStatement<?> s, LeadProfile p) {
    bindConsent(s, p.consent());
    bindRelationship(s, p.relationship());
    StatedPlace stated = p.statedPlace() == null ? StatedPlace.NOWHERE : p.statedPlace();
    s.bind("title", p.title())
        .bind("firstName", p.firstName())
        .bind("lastName", p.lastName())
        .bind("company", p.company())
        .bind("jobTitle", p.jobTitle())
        .bind("email", p.email())
        .bind("website", p.website())
        .bind("street", p.address().street())
        .bind("city", p.address().city())
        .bind("county", p.address().county())
        .bind("region", p.address().region())
        .bind("postalCode", p.address().postalCode())
        .bind("country", p.address().country())
        .bind("timeZone", p.timeZone() == null ? null : p.timeZone().getId())
        .bind("language", p.language())
        .bind("score", p.score())
        .bind("notes", p.notes())
        .bind("customFields", text(p.customFields()))
        .bind("contractEnd", p.contractEnd())
        .bindArray("tags", String.class, p.tags().names().toArray())
        .bind("statedCountry", stated.country())
        .bind("statedRegion", stated.region())
        .bind("statedPostalCode", stated.postalCode());
  }

  private static void bindDialling(SqlStatement<?> s, Dialling d) {
    s.bind("attempts", d.attempts())
        .bind("hangUps", d.hangUps())
        .bind("lastAttempt", d.lastAttemptAt().orElse(null))
        .bind("nextAttempt", d.nextAttemptAt().orElse(null))
        .bind("contacted", d.contactedAt().orElse(null));
  }

  private static void bindDates(SqlStatement<?> s, LeadDates d) {
    s.bind("created", d.createdAt())
        .bind("updated", d.updatedAt())
        .bind("statusChanged", d.statusChangedAt().orElse(null))
        .bind("warmed", d.warmedAt().orElse(null))
        .bind("erased", d.erasedAt().orElse(null));
  }

  private static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the custom fields of a lead are not readable", e);
    }
  }

  private static String text(Map<String, String> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the custom fields of a lead are not writable", e);
    }
  }
}
