package io.warmline.core.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.warmline.core.lead.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a column of a lead file can hold, and the table of a lead's fields that import and export
 * follow: how long, whether it decides when the lead is called, in which order it is exported. What
 * is none of these becomes a custom field. Under which headers a field comes is in {@link
 * HeaderSynonyms}.
 */
public enum LeadField {
  EXTERNAL_ID("externalId", 200),
  TITLE("title", 100),
  FIRST_NAME("firstName", 200),
  LAST_NAME("lastName", 200),
  /**
   * A whole name in one column. A row that was read never holds it: it is split into title, first
   * and last name.
   */
  FULL_NAME("fullName"),
  COMPANY("company", 300),
  JOB_TITLE("jobTitle", 200),
  EMAIL("email", 254),
  WEBSITE("website", 500),
  STREET("street", 300),
  CITY("city", 200),
  COUNTY("county", 200),
  REGION("region", 200, Effect.PLACES_ANEW),
  POSTAL_CODE("postalCode", 32, Effect.PLACES_ANEW),
  COUNTRY("country", Effect.PLACES_ANEW),
  TIME_ZONE("timeZone", Effect.PLACES_ANEW),
  LANGUAGE("language", Effect.PLACES_ANEW),
  SCORE("score", Effect.PLACES_ANEW),
  NOTES("notes", 10_000),
  /** When the contract that the prospect has with somebody else ends: a date of ISO 8601. */
  CONTRACT_END("contractEnd", Effect.PLACES_ANEW),
  /** With commas between them, as {@link Tags} keeps them. */
  TAGS("tags"),
  /** Where the person said to be, in a call: it counts more than the address. */
  STATED_COUNTRY("statedCountry", Effect.PLACES_ANEW),
  STATED_REGION("statedRegion", 200, Effect.PLACES_ANEW),
  STATED_POSTAL_CODE("statedPostalCode", 32, Effect.PLACES_ANEW),
  PHONE_1("phone1"),
  PHONE_2("phone2"),
  PHONE_3("phone3"),
  PHONE_4("phone4"),
  PHONE_5("phone5");

  /** The fields that hold a phone number, in the order in which columns fill them. */
  public static final List<LeadField> PHONES = List.of(PHONE_1, PHONE_2, PHONE_3, PHONE_4, PHONE_5);

  /** The fields that are columns of the table of leads, in the order in which they are exported. */
  static final List<LeadField> COLUMNS =
      Arrays.stream(values()).filter(field -> !field.isPhone() && field != FULL_NAME).toList();

  private static final Map<String, LeadField> BY_KEY =
      Arrays.stream(values()).collect(toUnmodifiableMap(LeadField::key, Function.identity()));

  private final String key;
  private final int longest;
  private final boolean decidesPlace;

  /** What a change of a field has for a consequence. */
  private enum Effect {
    NONE,
    /** When, where or in which order the lead is called may change. */
    PLACES_ANEW
  }

  LeadField(String key) {
    this(key, Effect.NONE);
  }

  LeadField(String key, int longest) {
    this(key, longest, Effect.NONE);
  }

  LeadField(String key, Effect effect) {
    this(key, Integer.MAX_VALUE, effect);
  }

  LeadField(String key, int longest, Effect effect) {
    this.key = key;
    this.longest = longest;
    this.decidesPlace = effect == Effect.PLACES_ANEW;
  }

  /** The characters that a lead keeps of it; those checked otherwise are not bounded here. */
  int longest() {
    return longest;
  }

  /** Whether a change of it may change when, where or in which order the lead is called. */
  boolean decidesPlace() {
    return decidesPlace;
  }

  /** Its column in the table of leads, if it is one. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
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
