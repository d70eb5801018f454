package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Territories;
import io.warmline.core.language.CountryNames;
import io.warmline.core.place.PlaceWarning.Code;
import io.warmline.core.place.PlaceWarning.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an address tells, and what of it was not understood. A region that is not understood may be
 * any of the country, unless the postal code tells: then all their laws are kept.
 */
final class AddressReading {

  private static final int SHORTEST_NAME = 5;

  private final String country;
  private final PostalAddress address;
  private final List<PlaceWarning> warnings = new ArrayList<>();
  private final Area within;

  /**
   * Reads an address.
   *
   * @param countryOfNumber ISO 3166-1 alpha-2, for an address without a country; empty: unknown
   */
  AddressReading(PostalAddress address, String countryOfNumber) {
    this.address = address;
    this.country =
        address.country() == null
            ? countryOfNumber
            : address.country().strip().toUpperCase(Locale.ROOT);
    this.within = read();
  }

  /** The country; nowhere if it is not known. */
  Area country() {
    return Countries.find(country).orElse(Area.NOWHERE);
  }

  /** The place within the country; nowhere if nothing is told. */
  Area within() {
    return within;
  }

  List<PlaceWarning> warnings() {
    return List.copyOf(warnings);
  }

  private Area read() {
    Optional<Area> code = text(address.postalCode()).flatMap(this::byCode);
    Optional<String> named = text(address.region());
    if (named.isEmpty()) {
      return code.orElse(Area.NOWHERE);
    }
    Optional<Area> region = byName(named.get());
    if (region.isEmpty()) {
      return Subdivisions.areKnown(country) ? unknownRegion(code) : code.orElse(Area.NOWHERE);
    }
    return code.isEmpty() ? region.get() : both(region.get(), code.get());
  }

  private Optional<Area> byName(String name) {
    Optional<Area> there = Subdivisions.find(country, name).or(() -> territory(name));
    return there.isPresent() || address.country() != null
        ? there
        : Subdivisions.anywhere(name).map(elsewhere -> country().and(elsewhere));
  }

  /**
   * What people write as a region of the country and is none, by its name: a territory such as
   * {@code La Réunion} in France, or Jersey, whose postal codes are Great Britain's.
   */
  private Optional<Area> territory(String name) {
    return name.length() < SHORTEST_NAME
        ? Optional.empty()
        : CountryNames.codeOf(name)
            .filter(
                code ->
                    PostalCodes.reachInto(country, code)
                        || Territories.countryOver(new Jurisdiction(code))
                            .filter(over -> over.code().equals(country))
                            .isPresent())
            .flatMap(Countries::find);
  }

  private Optional<Area> byCode(String text) {
    if (!PostalCodes.areKnown(country)) {
      return Optional.empty();
    }
    Optional<Area> area = PostalCodes.find(country, text);
    if (area.isEmpty()) {
      warn(
          Part.POSTAL_CODE,
          Code.POSTAL_CODE_NOT_UNDERSTOOD,
          "The postal code is none of " + country + ": it tells nothing about the place.");
      return area;
    }
    String read = PostalCode.read(country, text).orElseThrow();
    if (!text.toUpperCase(Locale.ROOT).startsWith(read)) {
      warn(Part.POSTAL_CODE, Code.POSTAL_CODE_MENDED, "The postal code is read as " + read + ".");
    }
    return area;
  }

  private Area unknownRegion(Optional<Area> code) {
    warn(
        Part.REGION,
        Code.REGION_NOT_UNDERSTOOD,
        "The region is no state or province of "
            + country
            + (code.isPresent()
                ? ": the postal code decides."
                : ": the prospect may be in any of them, and the law of all is kept. Write its code or"
                    + " its name, or give a postal code."));
    return code.orElseGet(() -> Subdivisions.all(country));
  }

  /** Where they contradict each other, the prospect may be in both. */
  private Area both(Area region, Area code) {
    boolean elsewhere =
        code.jurisdictions().equals(country().jurisdictions())
            && !region.jurisdictions().equals(code.jurisdictions());
    if (region.jurisdictions().containsAll(code.jurisdictions()) && !elsewhere) {
      return code;
    }
    warn(
        Part.POSTAL_CODE,
        Code.REGION_AND_POSTAL_CODE_DISAGREE,
        "Region and postal code name different places: the law of both is kept.");
    return region.and(code);
  }

  private void warn(Part part, Code code, String detail) {
    warnings.add(new PlaceWarning(part, code, detail));
  }

  private static Optional<String> text(@Nullable String text) {
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }
}
