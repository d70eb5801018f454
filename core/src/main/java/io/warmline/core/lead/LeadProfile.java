package io.warmline.core.lead;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a prospect besides the numbers. Absent facts are null, as in the forms and
 * files they come from.
 *
 * @param consent what the prospect agreed to; null: nothing is known
 * @param language ISO 639 code the prospect needs; null: any
 * @param contractEnd when the contract that the prospect has with somebody else ends, at the
 *     prospect's place
 * @param statedPlace where the prospect said to be; null: nothing was said
 * @param score 0 to 1000; among leads of one tier the higher is called first
 */
@Embeddable
public record LeadProfile(
    @Nullable String title,
    @Column(name = "first_name") @Nullable String firstName,
    @Column(name = "last_name") @Nullable String lastName,
    @Nullable String company,
    @Column(name = "job_title") @Nullable String jobTitle,
    @Nullable String email,
    @Nullable String website,
    @Embedded Address address,
    @Column(name = "time_zone") @Nullable ZoneId timeZone,
    @Embedded @Nullable LeadConsent consent,
    @Nullable String language,
    int score,
    @Nullable String notes,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "custom_fields") Map<String, String> customFields,
    @Column(name = "contract_end") @Nullable LocalDate contractEnd,
    @Embedded @Nullable StatedPlace statedPlace) {

  /** Hibernate gives no address where every part of it is null. */
  public LeadProfile {
    address = Objects.requireNonNullElse(address, Address.UNKNOWN);
    customFields = Map.copyOf(customFields);
  }

  /** A profile of which nothing is known. */
  public static final LeadProfile UNKNOWN =
      new LeadProfile(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Address.UNKNOWN,
          null,
          null,
          null,
          0,
          null,
          Map.of(),
          null,
          null);

  /** The same prospect, who said to be there. */
  public LeadProfile stating(@Nullable StatedPlace place) {
    return toBuilder().statedPlace(place).build();
  }

  /** The same, to be changed in some respects. */
  public LeadProfileBuilder toBuilder() {
    return new LeadProfileBuilder(this);
  }

  /**
   * Where the prospect may be whom this number reaches.
   *
   * @param campaignDefault the zone to assume if nothing tells one
   */
  PlaceFinding placeOf(PhoneNumber number, ZoneId campaignDefault) {
    Clues clues =
        new Clues(
            number,
            Optional.ofNullable(timeZone),
            Optional.ofNullable(statedPlace).map(StatedPlace::place),
            address.place());
    return Places.find(clues, campaignDefault);
  }

  /** How far the prospect agreed to be called. */
  public ConsentKind consentKind() {
    return consent == null ? ConsentKind.NONE : consent.kind();
  }

  /** Hides what it holds: it is personal data. */
  @Override
  public String toString() {
    return "LeadProfile[…]";
  }

  /**
   * A place that the prospect named, as far as it tells the law and the clock. It is trusted more
   * than the address on file, less than a zone that was set.
   *
   * @param country ISO 3166-1 alpha-2; null: that of the number
   */
  @Embeddable
  public record StatedPlace(
      @Column(name = "stated_country") @Nullable String country,
      @Column(name = "stated_region") @Nullable String region,
      @Column(name = "stated_postal_code") @Nullable String postalCode) {

    /** The place as an address. */
    public PostalAddress place() {
      return new PostalAddress(country, region, postalCode);
    }

    @Override
    public String toString() {
      return "StatedPlace[…]";
    }
  }

  /** A postal address. */
  @Embeddable
  public record Address(
      @Nullable String street,
      @Nullable String city,
      @Nullable String county,
      @Nullable String region,
      @Column(name = "postal_code") @Nullable String postalCode,
      @Nullable String country) {

    public static final Address UNKNOWN = new Address(null, null, null, null, null, null);

    /** What of it tells where the prospect is; empty if nothing does. */
    public Optional<PostalAddress> place() {
      return country == null && region == null && postalCode == null
          ? Optional.empty()
          : Optional.of(new PostalAddress(country, region, postalCode));
    }

    @Override
    public String toString() {
      return "Address[…]";
    }
  }
}
