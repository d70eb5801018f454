package io.warmline.core.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a column of a lead file can hold. What is none of these becomes a custom field. */
public enum LeadField {
  EXTERNAL_ID("externalId"),
  TITLE("title"),
  FIRST_NAME("firstName"),
  LAST_NAME("lastName"),
  /**
   * A whole name in one column. A row that was read never holds it: it is split into title, first
   * and last name.
   */
  FULL_NAME("fullName"),
  JOB_TITLE("jobTitle"),
  COMPANY("company"),
  EMAIL("email"),
  WEBSITE("website"),
  STREET("street"),
  CITY("city"),
  COUNTY("county"),
  REGION("region"),
  POSTAL_CODE("postalCode"),
  COUNTRY("country"),
  TIME_ZONE("timeZone"),
  LANGUAGE("language"),
  SCORE("score"),
  NOTES("notes"),
  /** When the contract that the prospect has with somebody else ends: a date of ISO 8601. */
  CONTRACT_END("contractEnd"),
  PHONE_1("phone1"),
  PHONE_2("phone2"),
  PHONE_3("phone3"),
  PHONE_4("phone4"),
  PHONE_5("phone5");

  /** The fields that hold a phone number, in the order in which columns fill them. */
  public static final List<LeadField> PHONES = List.of(PHONE_1, PHONE_2, PHONE_3, PHONE_4, PHONE_5);

  private static final Map<String, LeadField> BY_KEY =
      Arrays.stream(values()).collect(toUnmodifiableMap(LeadField::key, Function.identity()));

  private final String key;

  LeadField(String key) {
    this.key = key;
  }

  /** The name of this field in a column mapping and in NDJSON, in camelCase. */
  public String key() {
    return key;
  }

  /** The field with exactly this key. */
  public static Optional<LeadField> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** Whether this field holds a part of the person's name. */
  boolean isPartOfName() {
    return this == FIRST_NAME || this == LAST_NAME;
  }

  /** Whether this field holds a phone number. */
  public boolean isPhone() {
    return PHONES.contains(this);
  }
}
