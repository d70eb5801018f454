package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a dry run would have made it, as far as that decides what becomes of a row about it.
 *
 * @param values by the keys of the fields
 * @param numbers in E.164, in their order
 * @param extensions by their numbers
 * @param relationship by the keys of {@link RowFact}, in ISO 8601
 * @param types by their numbers
 */
record RehearsedState(
    Map<String, String> values,
    Map<String, String> customFields,
    List<String> numbers,
    Map<String, String> extensions,
    Map<String, String> types,
    @Nullable Consent consent,
    Map<String, String> relationship,
    String status,
    @Nullable String comesBackOn) {

  /**
   * What the person agreed to.
   *
   * @param givenAt in ISO 8601, as its other times
   */
  record Consent(
      String kind,
      String givenAt,
      String evidence,
      @Nullable String scope,
      @Nullable String source,
      @Nullable String expiresAt,
      @Nullable String withdrawnAt) {

    static Consent of(LeadConsent consent) {
      return new Consent(
          consent.kind().name(),
          consent.givenAt().toString(),
          consent.evidence(),
          consent.scope(),
          consent.source(),
          Objects.toString(consent.expiresAt(), null),
          Objects.toString(consent.withdrawnAt(), null));
    }

    LeadConsent read() {
      return new LeadConsent(
          ConsentKind.valueOf(kind),
          Instant.parse(givenAt),
          evidence,
          scope,
          source,
          expiresAt == null ? null : Instant.parse(expiresAt),
          withdrawnAt == null ? null : Instant.parse(withdrawnAt));
    }

    @Override
    public String toString() {
      return "Consent[…]";
    }
  }

  static RehearsedState of(KnownLead lead) {
    Map<String, String> values = new TreeMap<>();
    lead.values().forEach((field, value) -> values.put(field.key(), value));
    Map<String, String> extensions = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    for (PhoneNumber number : lead.numbers()) {
      NumberType type = lead.type(number);
      if (type != null) {
        types.put(number.e164(), type.name());
      }
      String extension = lead.extension(number);
      if (extension != null) {
        extensions.put(number.e164(), extension);
      }
    }
    return new RehearsedState(
        values,
        lead.customFields(),
        lead.numbers().stream().map(PhoneNumber::e164).toList(),
        extensions,
        types,
        lead.consent().map(Consent::of).orElse(null),
        written(lead.relationship()),
        lead.status().name(),
        lead.comesBackOn().map(LocalDate::toString).orElse(null));
  }

  private static Map<String, String> written(Relationship relationship) {
    Map<String, String> written = new TreeMap<>();
    put(written, RowFact.CUSTOMER_SINCE, relationship.customerSince());
    put(written, RowFact.CUSTOMER_UNTIL, relationship.customerUntil());
    put(written, RowFact.LAST_PURCHASE_ON, relationship.lastPurchaseOn());
    put(written, RowFact.LAST_INQUIRY_AT, relationship.lastInquiryAt());
    return written;
  }

  private static void put(Map<String, String> written, RowFact fact, @Nullable Object value) {
    if (value != null) {
      written.put(fact.key(), value.toString());
    }
  }

  private Relationship related() {
    String inquiry = relationship.get(RowFact.LAST_INQUIRY_AT.key());
    return new Relationship(
        day(RowFact.CUSTOMER_SINCE),
        day(RowFact.CUSTOMER_UNTIL),
        day(RowFact.LAST_PURCHASE_ON),
        inquiry == null ? null : Instant.parse(inquiry));
  }

  private @Nullable LocalDate day(RowFact fact) {
    String day = relationship.get(fact.key());
    return day == null ? null : LocalDate.parse(day);
  }

  static RehearsedState read(String json) {
    return Json.rehearsed(json);
  }

  String written() {
    return Json.write(this);
  }

  /** The lead, as one that is there. */
  KnownLead lead(UUID id) {
    Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
    values.forEach((key, value) -> LeadField.ofKey(key).ifPresent(f -> fields.put(f, value)));
    Map<PhoneNumber, String> extended = new HashMap<>();
    extensions.forEach((e164, extension) -> extended.put(new PhoneNumber(e164), extension));
    Map<PhoneNumber, NumberType> typed = new HashMap<>();
    types.forEach((e164, type) -> typed.put(new PhoneNumber(e164), NumberType.valueOf(type)));
    return KnownLead.stored(
        id,
        0,
        new KnownLead.Known(
            fields,
            customFields,
            numbers.stream().map(PhoneNumber::new).toList(),
            extended,
            typed,
            Optional.ofNullable(consent).map(Consent::read),
            related(),
            LeadStatus.valueOf(status),
            Optional.ofNullable(comesBackOn).map(LocalDate::parse)));
  }

  @Override
  public String toString() {
    return "RehearsedState[…]";
  }
}
