package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param types by their numbers
 */
record RehearsedState(
    Map<String, String> values,
    Map<String, String> customFields,
    List<String> numbers,
    Map<String, String> extensions,
    Map<String, String> types,
    @Nullable Consent consent,
    String status,
    @Nullable String comesBackOn) {

  /**
   * What the person agreed to.
   *
   * @param givenAt in ISO 8601
   */
  record Consent(String kind, String givenAt, String evidence) {

    static Consent of(LeadConsent consent) {
      return new Consent(consent.kind().name(), consent.givenAt().toString(), consent.evidence());
    }

    LeadConsent read() {
      return new LeadConsent(ConsentKind.valueOf(kind), Instant.parse(givenAt), evidence);
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
        lead.status().name(),
        lead.comesBackOn().map(LocalDate::toString).orElse(null));
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
            LeadStatus.valueOf(status),
            Optional.ofNullable(comesBackOn).map(LocalDate::parse),
            Optional.empty()));
  }

  @Override
  public String toString() {
    return "RehearsedState[…]";
  }
}
