package io.warmline.core.lead;

import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param relationship what the prospect has to do with whoever is called for; null: nothing is
 *     known
 * @param tags words by which the user tells leads apart
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
    @Nullable LeadConsent consent,
    @Nullable String language,
    int score,
    @Nullable String notes,
    Map<String, String> customFields,
    @Nullable LocalDate contractEnd,
    @Nullable StatedPlace statedPlace,
    @Nullable Relationship relationship,
    Tags tags) {

  public LeadProfile {
    customFields = Map.copyOf(customFields);
    statedPlace = StatedPlace.NOWHERE.equals(statedPlace) ? null : statedPlace;
    relationship = Relationship.NONE.equals(relationship) ? null : relationship;
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
          null,
          null,
          Tags.NONE);

  /** The same prospect, who said to be there. */
  public LeadProfile stating(@Nullable StatedPlace place) {
    return toBuilder().statedPlace(place).build();
  }

  /**
   * The same where the other says nothing; what that says overwrites, but for a consent that was
   * withdrawn since.
   */
  LeadProfile learning(LeadProfile other) {
    Map<String, String> custom = new LinkedHashMap<>(customFields);
    custom.putAll(other.customFields);
    return new LeadProfile(
        or(other.title, title),
        SamePerson.isInitialOf(other.firstName, firstName)
            ? firstName
            : or(other.firstName, firstName),
        or(other.lastName, lastName),
        or(other.company, company),
        or(other.jobTitle, jobTitle),
        or(other.email, email),
        or(other.website, website),
        Address.UNKNOWN.equals(other.address) ? address : other.address,
        or(other.timeZone, timeZone),
        other.consent == null ? consent : other.consent.after(consent),
        or(other.language, language),
        other.score == 0 ? score : other.score,
        or(other.notes, notes),
        custom,
        or(other.contractEnd, contractEnd),
        or(other.statedPlace, statedPlace),
        or(other.relationship, relationship),
        tags.and(other.tags));
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T otherwise) {
    return given == null ? otherwise : given;
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
    return Places.find(clues(number), campaignDefault);
  }

  /**
   * The zones by whose clock the prospect lives whom this number reaches, in the order of their
   * names; at least one.
   *
   * @param campaignDefault the zone to assume if nothing tells one
   */
  public List<ZoneId> homeOf(PhoneNumber number, ZoneId campaignDefault) {
    return Places.home(clues(number), campaignDefault).stream()
        .sorted(Comparator.comparing(ZoneId::getId))
        .toList();
  }

  /** What tells where whoever answers this number is. */
  Clues clues(PhoneNumber number) {
    return new Clues(
        number,
        Optional.ofNullable(timeZone),
        Optional.ofNullable(statedPlace).map(StatedPlace::place),
        address.place());
  }

  /** How far the prospect's consent goes at an instant, and whether a contract runs. */
  public Consent consentAt(Instant now) {
    ConsentKind kind = consent == null ? ConsentKind.NONE : consent.inForceAt(now);
    return new Consent(kind, false, relationship != null && relationship.hasContractAt(now));
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
  public record StatedPlace(
      @Nullable String country, @Nullable String region, @Nullable String postalCode) {

    /** Nothing was said. */
    static final StatedPlace NOWHERE = new StatedPlace(null, null, null);

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
  public record Address(
      @Nullable String street,
      @Nullable String city,
      @Nullable String county,
      @Nullable String region,
      @Nullable String postalCode,
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
