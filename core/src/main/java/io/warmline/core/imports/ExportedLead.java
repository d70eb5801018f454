package io.warmline.core.imports;

import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Qualification;
import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A lead as an export writes it.
 *
 * @param known its fields
 * @param history what came of it
 */
record ExportedLead(UUID id, LeadStatus status, KnownLead.Known known, History history) {

  /**
   * What came of a lead so far.
   *
   * @param calls dial attempts
   * @param promisedFrom start of the open callback's window
   * @param revisitOn of a lead to nurture: the day on which it comes back, at its place
   * @param meetingAt the last meeting that was set
   */
  record History(
      int calls,
      Optional<Instant> lastCallAt,
      Optional<String> lastOutcome,
      Optional<Instant> promisedFrom,
      Optional<Instant> promisedUntil,
      Optional<LocalDate> revisitOn,
      Optional<Instant> meetingAt,
      Optional<Qualification> qualification) {

    static final History NONE =
        new History(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What the calls found out, in words. */
    String verdict() {
      return qualification
          .map(
              found ->
                  found.missing().isEmpty()
                      ? "qualified"
                      : "not sure that " + String.join(", that ", found.missing()))
          .orElse("");
    }

    @Override
    public String toString() {
      return "History[…]";
    }
  }

  String value(LeadField field) {
    return known.values().getOrDefault(field, "");
  }

  /** With its extension as an import reads it: {@code +12127365001 x12}. */
  String number(int position) {
    if (position >= known.numbers().size()) {
      return "";
    }
    PhoneNumber number = known.numbers().get(position);
    String extension = known.extensions().get(number);
    return extension == null ? number.e164() : number.e164() + " x" + extension;
  }

  /** The consent and the relationship, by what an import calls them; empty where there is none. */
  String fact(RowFact fact) {
    Optional<LeadConsent> consent = known.consent();
    Relationship relationship = known.relationship();
    Optional<?> value =
        switch (fact) {
          case CONSENT -> consent.map(c -> c.kind().name());
          case CONSENT_GIVEN_AT -> consent.map(LeadConsent::givenAt);
          case CONSENT_EXPIRES_AT -> consent.map(LeadConsent::expiresAt);
          case CONSENT_WITHDRAWN_AT -> consent.map(LeadConsent::withdrawnAt);
          case CONSENT_SCOPE -> consent.map(LeadConsent::scope);
          case CONSENT_SOURCE -> consent.map(LeadConsent::source);
          case CONSENT_EVIDENCE -> consent.map(LeadConsent::evidence);
          case CUSTOMER_SINCE -> Optional.ofNullable(relationship.customerSince());
          case CUSTOMER_UNTIL -> Optional.ofNullable(relationship.customerUntil());
          case LAST_PURCHASE_ON -> Optional.ofNullable(relationship.lastPurchaseOn());
          case LAST_INQUIRY_AT -> Optional.ofNullable(relationship.lastInquiryAt());
          default -> throw new IllegalArgumentException("no part of either: " + fact);
        };
    return value.map(Object::toString).orElse("");
  }

  /** What kind of line it is, as it was said, else as the numbering plan says. */
  String type(int position) {
    if (position >= known.numbers().size()) {
      return "";
    }
    PhoneNumber number = known.numbers().get(position);
    return known.types().getOrDefault(number, NumberType.byPlan(number)).name();
  }

  /** Its country by its English name. */
  String countryName() {
    String code = value(LeadField.COUNTRY);
    return code.isEmpty()
        ? ""
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  @Override
  public String toString() {
    return "ExportedLead[" + id + "]";
  }
}
