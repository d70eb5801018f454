package io.warmline.core.lead;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a prospect besides the numbers. Absent facts are null, as in the forms and
 * files they come from.
 *
 * @param language ISO 639 code the prospect needs; null: any
 * @param score 0 to 1000; among leads of one tier the higher is called first
 */
public record LeadProfile(
    @Nullable String title,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String jobTitle,
    @Nullable String email,
    @Nullable String website,
    Address address,
    @Nullable ZoneId timeZone,
    @Nullable String language,
    int score,
    @Nullable String notes,
    Map<String, String> customFields) {

  public LeadProfile {
    customFields = Map.copyOf(customFields);
  }

  /** A profile of which nothing is known. */
  public static final LeadProfile UNKNOWN =
      new LeadProfile(
          null, null, null, null, null, null, null, Address.UNKNOWN, null, null, 0, null, Map.of());

  /** Hides what it holds: it is personal data. */
  @Override
  public String toString() {
    return "LeadProfile[…]";
  }

  /** This profile with another language. */
  LeadProfile speaking(String other) {
    return new LeadProfile(
        title,
        firstName,
        lastName,
        company,
        jobTitle,
        email,
        website,
        address,
        timeZone,
        other,
        score,
        notes,
        customFields);
  }

  /** A postal address. */
  public record Address(
      @Nullable String street,
      @Nullable String city,
      @Nullable String county,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country) {

    public static final Address UNKNOWN = new Address(null, null, null, null, null, null);

    @Override
    public String toString() {
      return "Address[…]";
    }
  }
}
