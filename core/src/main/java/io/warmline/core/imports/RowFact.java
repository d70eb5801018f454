package io.warmline.core.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a column may say of a person and of the numbers, besides the fields of a lead. */
public enum RowFact {
  /** The calling code of the numbers, such as 44. */
  CALLING_CODE("callingCode"),
  /** The area code of the first number, such as 212, where it stands in a column of its own. */
  AREA_CODE("areaCode"),
  /** Whether the person wants no calls. Several columns may say so; one is enough. */
  DO_NOT_CALL("doNotCall"),
  PHONE_1_DO_NOT_CALL("phone1DoNotCall"),
  PHONE_2_DO_NOT_CALL("phone2DoNotCall"),
  PHONE_3_DO_NOT_CALL("phone3DoNotCall"),
  PHONE_4_DO_NOT_CALL("phone4DoNotCall"),
  PHONE_5_DO_NOT_CALL("phone5DoNotCall"),
  /** The opposite of {@link #DO_NOT_CALL}: whether calls are welcome. */
  MAY_CALL("mayCall"),
  /** Whether the person has died; a date says so too. */
  DECEASED("deceased"),
  PHONE_1_EXTENSION("phone1Extension"),
  PHONE_2_EXTENSION("phone2Extension"),
  PHONE_3_EXTENSION("phone3Extension"),
  PHONE_4_EXTENSION("phone4Extension"),
  PHONE_5_EXTENSION("phone5Extension"),
  PHONE_1_TYPE("phone1Type"),
  PHONE_2_TYPE("phone2Type"),
  PHONE_3_TYPE("phone3Type"),
  PHONE_4_TYPE("phone4Type"),
  PHONE_5_TYPE("phone5Type"),
  /** What the person agreed to. */
  CONSENT("consent"),
  CONSENT_GIVEN_AT("consentGivenAt"),
  CONSENT_EXPIRES_AT("consentExpiresAt"),
  /** When the person withdrew the consent. */
  CONSENT_WITHDRAWN_AT("consentWithdrawnAt"),
  /** What the consent is for. */
  CONSENT_SCOPE("consentScope"),
  /** Where the consent came from, which proves it if nothing else is said to. */
  CONSENT_SOURCE("consentSource"),
  /** How the consent can be proved. */
  CONSENT_EVIDENCE("consentEvidence"),
  CUSTOMER_SINCE("customerSince"),
  CUSTOMER_UNTIL("customerUntil"),
  LAST_PURCHASE_ON("lastPurchaseOn"),
  LAST_INQUIRY_AT("lastInquiryAt"),
  /** Where the lead stands, or the outcome of its last call in another system. */
  STATUS("status"),
  /** When a nurture lead comes back. */
  REVISIT_ON("revisitOn");

  private static final Map<String, RowFact> BY_KEY =
      Arrays.stream(values()).collect(toUnmodifiableMap(RowFact::key, Function.identity()));

  /** By the position of the number. */
  private static final List<RowFact> DO_NOT_CALLS =
      List.of(
          PHONE_1_DO_NOT_CALL,
          PHONE_2_DO_NOT_CALL,
          PHONE_3_DO_NOT_CALL,
          PHONE_4_DO_NOT_CALL,
          PHONE_5_DO_NOT_CALL);

  private static final List<RowFact> EXTENSIONS =
      List.of(
          PHONE_1_EXTENSION,
          PHONE_2_EXTENSION,
          PHONE_3_EXTENSION,
          PHONE_4_EXTENSION,
          PHONE_5_EXTENSION);

  private static final List<RowFact> TYPES =
      List.of(PHONE_1_TYPE, PHONE_2_TYPE, PHONE_3_TYPE, PHONE_4_TYPE, PHONE_5_TYPE);

  private final String key;

  RowFact(String key) {
    this.key = key;
  }

  /** The name of this fact in a column mapping and in NDJSON, in camelCase. */
  public String key() {
    return key;
  }

  /** The fact with exactly this key. */
  public static Optional<RowFact> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** Whether the person behind this phone field wants no calls on it. */
  static RowFact doNotCall(LeadField phone) {
    return DO_NOT_CALLS.get(LeadField.PHONES.indexOf(phone));
  }

  /** The extension of this phone field. */
  static RowFact extension(LeadField phone) {
    return EXTENSIONS.get(LeadField.PHONES.indexOf(phone));
  }

  /** What kind of line this phone field is. */
  static RowFact type(LeadField phone) {
    return TYPES.get(LeadField.PHONES.indexOf(phone));
  }
}
