package io.warmline.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads phone numbers as people and lead files write them, and tells where they ring. The numbering
 * plans are those of libphonenumber; nothing here asks a network.
 */
public final class PhoneNumbers {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();

  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();
  private static final NumberPlace NOWHERE = new NumberPlace(Optional.empty(), false, Set.of(), "");

  /**
   * Leaves out {@code Etc/Unknown}, and places that the runtime's zone database is too old to know.
   */
  private static final Set<String> KNOWN_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /** A plus sign and 15 digits (ITU-T E.164); some national plans allow more. */
  private static final int LONGEST_E164 = 16;

  /** Direction marks, zero-width spaces and the like, which copying from an address book adds. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** Thin, wide and unbreakable ones too, which libphonenumber does not all know. */
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\t]+");

  private static final Pattern DASH = Pattern.compile("\\p{Pd}");

  /**
   * Exchange 555 in any area code of the North American plan: free for fiction (0100 to 0199) or
   * directory services, so nobody is called by mistake, and demonstrations need it.
   */
  private static final Pattern NORTH_AMERICAN_555 = Pattern.compile("\\+1[2-9][0-9]{2}555[0-9]{4}");

  private static final String TOO_MANY_DIGITS = "has too many digits: give one number per field";
  private static final String UNKNOWN_CALLING_CODE =
      "has an unknown country calling code: check the digits after the plus sign";

  /** Area codes in use that libphonenumber does not know yet, with their country. */
  private static final Map<String, String> NEW_AREA_CODES = Map.of("+1436", "US");

  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9][0-9]{2}[2-9][0-9]{6}");

  private static final Pattern ISO_COUNTRY = Pattern.compile("[A-Z]{2}");

  private PhoneNumbers() {}

  /**
   * Reads a number in any usual spelling: {@code (504) 621-8927}, {@code +44 20 7946 0958}, {@code
   * 00 49 30 123456}, full-width or Arabic digits, any dash or space, a leading label, letters of a
   * vanity number. An extension ({@code x12}, {@code ext. 5}) is dropped: it is no part of E.164,
   * and the guards of Warmline work on the line that rings.
   *
   * <p>A number is accepted if libphonenumber calls it valid (its prefix and length are in use), or
   * if it has exchange 555 of the North American plan, which fiction uses, or an area code that is
   * newer than libphonenumber. A leading {@code 00} is read as a plus sign where the country's own
   * prefixes leave the number without meaning.
   *
   * @param country ISO 3166-1 alpha-2 code, in any case, of the country whose national spelling is
   *     meant when the number names no country itself; an international number ignores it
   * @throws WarmlineException {@code INVALID_PHONE_NUMBER} if the text holds no such number, holds
   *     several, has control characters, or is a number longer than E.164 allows; also if the
   *     number is national and the country is unknown. The message never repeats the number
   */
  public static PhoneNumber parse(String raw, String country) {
    String text = inPlainCharacters(raw);
    String region = country.strip().toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      throw refusal("is empty: give one such as +12125550123");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw refusal("contains a control character: remove it");
    }

    return dialable(text, region)
        .or(() -> dialable(text.replaceFirst("^00", "+"), region))
        .orElseThrow(() -> refusal(fault(text, region)));
  }

  /**
   * The zones in which the number may ring, by the longest prefix that is known: one for most
   * geographic numbers, dozens for a toll-free one, none if the prefix is unknown. People keep
   * their numbers when they move, so this is a guess to be overruled by any better source.
   *
   * @return sorted by id, unmodifiable, without {@code Etc/Unknown} and without zones that
   *     java.time does not know
   */
  public static Set<ZoneId> zonesOf(PhoneNumber number) {
    return read(number).map(PhoneNumbers::zonesOf).orElse(Set.of());
  }

  private static Set<ZoneId> zonesOf(Phonenumber.PhoneNumber read) {
    return Collections.unmodifiableSet(
        ZONES.getTimeZonesForNumber(read).stream()
            .filter(KNOWN_ZONES::contains)
            .map(ZoneId::of)
            .collect(
                Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ZoneId::getId)))));
  }

  /**
   * The ISO 3166-1 alpha-2 code of the country to which the number belongs; empty if the number is
   * in no plan or in one that spans the world (+800, +882).
   */
  public static Optional<String> countryOf(PhoneNumber number) {
    return newAreaCode(number.e164())
        .or(
            () ->
                read(number)
                    .map(PLANS::getRegionCodeForNumber)
                    .filter(ISO_COUNTRY.asMatchPredicate()));
  }

  /** The place that the number tells, in one reading. */
  public static NumberPlace placeOf(PhoneNumber number) {
    Optional<String> country = newAreaCode(number.e164());
    return country.isPresent()
        ? new NumberPlace(country, true, Set.of(), "")
        : read(number).map(PhoneNumbers::placeOf).orElse(NOWHERE);
  }

  private static NumberPlace placeOf(Phonenumber.PhoneNumber read) {
    Optional<String> country =
        Optional.ofNullable(PLANS.getRegionCodeForNumber(read))
            .filter(ISO_COUNTRY.asMatchPredicate());
    if (!PLANS.isNumberGeographical(PLANS.getNumberType(read), read.getCountryCode())) {
      return new NumberPlace(country, false, Set.of(), "");
    }
    return new NumberPlace(
        country, true, zonesOf(read), PLACES.getDescriptionForValidNumber(read, Locale.ENGLISH));
  }

  private static Optional<String> newAreaCode(String e164) {
    return NORTH_AMERICAN.matcher(e164).matches()
        ? Optional.ofNullable(NEW_AREA_CODES.get(e164.substring(0, "+1436".length())))
        : Optional.empty();
  }

  /**
   * The calling code of a country, with its plus sign; several may share one.
   *
   * @param country ISO 3166-1 alpha-2; empty if it has no numbering plan
   */
  public static Optional<String> callingCodeOf(String country) {
    int code = PLANS.getCountryCodeForRegion(country);
    return code == 0 ? Optional.empty() : Optional.of("+" + code);
  }

  private static String inPlainCharacters(String raw) {
    String visible = INVISIBLE.matcher(raw).replaceAll("");
    String spaced = SPACES.matcher(visible).replaceAll(" ");
    return DASH.matcher(spaced).replaceAll("-").strip();
  }

  private static Optional<Phonenumber.PhoneNumber> read(PhoneNumber number) {
    try {
      return Optional.of(PLANS.parse(number.e164(), ""));
    } catch (NumberParseException unknownCallingCode) {
      return Optional.empty();
    }
  }

  private static Optional<PhoneNumber> dialable(String text, String region) {
    try {
      Phonenumber.PhoneNumber number = PLANS.parse(text, region);
      return Optional.of(PLANS.format(number, PhoneNumberFormat.E164))
          .filter(e164 -> e164.length() <= LONGEST_E164)
          .filter(
              e164 ->
                  PLANS.isValidNumber(number)
                      || NORTH_AMERICAN_555.matcher(e164).matches()
                      || newAreaCode(e164).isPresent())
          .map(PhoneNumber::new);
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  private static String fault(String text, String region) {
    try {
      return fault(PLANS.parse(text, region));
    } catch (NumberParseException e) {
      return switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE ->
            PLANS.getSupportedRegions().contains(region)
                ? UNKNOWN_CALLING_CODE
                : "names no country, and the default country is no ISO 3166-1 alpha-2 code: begin"
                    + " the number with + and the country calling code, or give a country such as"
                    + " US";
        case TOO_LONG -> TOO_MANY_DIGITS;
        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN ->
            "has too few digits: give all of them, such as +12125550123";
      };
    }
  }

  private static String fault(Phonenumber.PhoneNumber number) {
    if (PLANS.format(number, PhoneNumberFormat.E164).length() > LONGEST_E164) {
      return TOO_MANY_DIGITS;
    }
    return switch (PLANS.isPossibleNumberWithReason(number)) {
      case TOO_SHORT, INVALID_LENGTH ->
          "has a number of digits that its country does not use: check for missing ones";
      case IS_POSSIBLE_LOCAL_ONLY -> "lacks its area code: add it";
      case TOO_LONG -> TOO_MANY_DIGITS;
      case INVALID_COUNTRY_CODE -> UNKNOWN_CALLING_CODE;
      case IS_POSSIBLE ->
          "begins with digits that are not in use in its country: check them, and begin a number of"
              + " another country with + and the country calling code";
    };
  }

  private static WarmlineException refusal(String fault) {
    return new WarmlineException(ProblemCode.INVALID_PHONE_NUMBER, "the phone number " + fault);
  }
}
