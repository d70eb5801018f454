package io.warmline.core.phone;

import static io.warmline.core.phone.NumberingPlans.PLANS;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads phone numbers as people and lead files write them, and tells where they ring. The numbering
 * plans are those of libphonenumber; nothing here asks a network.
 */
public final class PhoneNumbers {

  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();

  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();
  private static final NumberPlace NOWHERE = new NumberPlace(Optional.empty(), false, Set.of(), "");

  /**
   * Leaves out {@code Etc/Unknown}, and places that the runtime's zone database is too old to know.
   */
  private static final Set<String> KNOWN_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /** Names of the tables of libphonenumber that the zone database has given up for others. */
  private static final Map<String, String> NEW_NAMES =
      Map.ofEntries(
          Map.entry("Africa/Asmera", "Africa/Asmara"),
          Map.entry("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
          Map.entry("America/Godthab", "America/Nuuk"),
          Map.entry("Asia/Calcutta", "Asia/Kolkata"),
          Map.entry("Asia/Choibalsan", "Asia/Ulaanbaatar"),
          Map.entry("Asia/Katmandu", "Asia/Kathmandu"),
          Map.entry("Asia/Rangoon", "Asia/Yangon"),
          Map.entry("Atlantic/Faeroe", "Atlantic/Faroe"),
          Map.entry("Pacific/Enderbury", "Pacific/Kanton"),
          Map.entry("Pacific/Ponape", "Pacific/Pohnpei"),
          Map.entry("Pacific/Truk", "Pacific/Chuuk"));

  /** Area codes in use that libphonenumber does not know yet, with their country. */
  private static final Map<String, String> NEW_AREA_CODES = Map.of("+1436", "US");

  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9][0-9]{2}[2-9][0-9]{6}");

  /** Numbers of fiction too, which libphonenumber does not find among words. */
  private static final Pattern GROUPED_IN_NORTH_AMERICA =
      Pattern.compile("(?<![\\d-])(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])");

  /** No country has shorter ones with an area code. */
  private static final int FEWEST_DIGITS = 7;

  /** The North American plan has two dozen countries, whose area codes are gone through in turn. */
  private static final Recent<Optional<String>> COUNTRIES = new Recent<>();

  private static final Pattern ISO_COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n]+\\s*");
  private static final Pattern CALLING_CODE =
      Pattern.compile(
          "\\D*?(?:0011|011|0{0,2})\\s*(1(?=[\\s()-]*[2-9]\\d{2}\\D*$)|[1-9]\\d{0,2})"
              + "(?:(?<=1)[\\s()-]*([2-9]\\d{2}))?(?:[.,]0+|[\\s)]*\\(0\\))?\\D*");
  private static final String SUBJECT = "the phone number ";
  private static final String NO_CALLING_CODE =
      "has a calling code beside it that no country has: correct that, or begin the number with +";
  private static final String CODES_DIFFER =
      "names another country than the calling code beside it; the number was taken as it is";

  private PhoneNumbers() {}

  /**
   * Reads a number in any usual spelling: {@code (504) 621-8927}, {@code +44 20 7946 0958}, {@code
   * 00 49 30 123456}, full-width or Arabic digits, any dash or space, a label before or after it,
   * letters of a vanity number, the {@code .0} of a spreadsheet. An extension ({@code x12}, {@code
   * ext. 5}) is dropped: it is no part of E.164, and the guards of Warmline work on the line that
   * rings; {@link #written} and {@link #read} keep it.
   *
   * <p>A number is accepted if libphonenumber calls it valid (its prefix and length are in use), or
   * if it has exchange 555 of the North American plan, which fiction uses, or an area code that is
   * newer than libphonenumber. A leading {@code 00} is read as a plus sign where the country's own
   * prefixes leave the number without meaning. A text that begins with the calling code of its
   * country is international if what follows is a number there.
   *
   * @param country ISO 3166-1 alpha-2 code, in any case, of the country whose national spelling is
   *     meant when the number names no country itself; an international number ignores it
   * @throws WarmlineException {@code INVALID_PHONE_NUMBER} if the text holds no such number, holds
   *     several, has control characters, or is a number longer than E.164 allows; also if the
   *     number is national and the country is unknown. The message never repeats the number
   */
  public static PhoneNumber parse(String raw, String country) {
    return written(raw, country).number();
  }

  /** As {@link #parse}, with the extension that is written behind the number. */
  public static WrittenNumber written(String raw, String country) {
    String text = PhoneText.inPlainCharacters(raw);
    String region = country.strip().toUpperCase(Locale.ROOT);
    requireText(text);
    Optional<Integer> digitsLeft = PhoneText.digitsLeft(text);
    if (digitsLeft.isPresent()) {
      throw refusal(PhoneFaults.destroyed(digitsLeft.get()));
    }
    return new ReadPhone(region).one(text).orElseThrow(() -> noNumber(text, region));
  }

  private static WarmlineException noNumber(String text, String region) {
    ReadPhone reader = new ReadPhone(region);
    return reader.all(text).numbers().size() > 1
        ? refusal("is more than one number: give one number per field")
        : refusal(reader.fault(text));
  }

  private static void requireText(String text) {
    if (text.isEmpty()) {
      throw refusal("is empty: give one such as +12125550123");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw refusal("contains a control character: remove it");
    }
  }

  /**
   * Reads every number of one cell of a list, with extensions, and tells what it leaves out. Beyond
   * what {@link #parse} takes, there may be two numbers, and words beside a number.
   *
   * @param country as for {@link #parse}
   */
  public static PhoneReading read(String raw, String country) {
    String region = country.strip().toUpperCase(Locale.ROOT);
    boolean oneLine = raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0;
    String text =
        PhoneText.inPlainCharacters(oneLine ? raw : LINE_ENDS.matcher(raw).replaceAll(" ; "));
    try {
      requireText(text);
    } catch (WarmlineException e) {
      return ReadPhone.none(PhoneReading.Kind.UNREADABLE, fault(e));
    }
    return new ReadPhone(region).all(text);
  }

  private static String fault(WarmlineException refusal) {
    return String.valueOf(refusal.getMessage()).substring(SUBJECT.length());
  }

  /**
   * As {@link #read(String, String)}, with the calling code that stands in a column of its own. A
   * number that begins with a plus sign names its country itself.
   *
   * @param callingCode as it stands there: {@code 44}, {@code +44}, {@code 0044}, {@code 44.0}
   * @param country tells which of the countries that share the code is meant
   */
  public static PhoneReading read(String raw, String callingCode, String country) {
    String preferred = country.strip().toUpperCase(Locale.ROOT);
    Matcher written = CALLING_CODE.matcher(inLatinDigits(callingCode));
    if (!written.matches()) {
      return NumberRemark.region(callingCode)
          .map(region -> read(raw, "+" + NumberingPlans.callingCode(region), region))
          .orElseGet(() -> ReadPhone.none(PhoneReading.Kind.NO_CALLING_CODE, NO_CALLING_CODE));
    }
    int code = Integer.parseInt(written.group(1));
    String area = written.group(2) == null ? "" : written.group(2);
    return NumberingPlans.regionOf(code, preferred)
        .map(region -> read(raw, code, area, region, preferred))
        .orElseGet(() -> ReadPhone.none(PhoneReading.Kind.NO_CALLING_CODE, NO_CALLING_CODE));
  }

  private static String inLatinDigits(String text) {
    return Normalizer.normalize(PhoneText.inPlainCharacters(text), Normalizer.Form.NFKC);
  }

  /**
   * @param area the area code of a country that shares its calling code with others, if the column
   *     has that too
   */
  private static PhoneReading read(
      String raw, int code, String area, String region, String preferred) {
    boolean world = NumberingPlans.isOfTheWorld(region);
    PhoneReading reading = world ? read("+" + code + raw, preferred) : read(raw, region);
    if (reading.numbers().isEmpty()) {
      PhoneReading other =
          area.isEmpty() ? read(raw, preferred) : read("+" + code + area + raw, region);
      return allHave(code, other) && !other.numbers().isEmpty() ? other : reading;
    }
    return allHave(code, reading)
        ? reading
        : ReadPhone.with(reading, PhoneReading.Kind.CALLING_CODES_DIFFER, CODES_DIFFER);
  }

  private static boolean allHave(int code, PhoneReading reading) {
    return reading.numbers().stream()
        .allMatch(number -> NumberingPlans.callingCode(number.number()) == code);
  }

  /** Whether a text has as many digits as a number: {@link #within} finds none otherwise. */
  public static boolean mayHoldNumber(String text) {
    return text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
  }

  /**
   * The one number that stands among words, grouped as its country groups it; empty if there is
   * none, or more than one. Dates and times are none.
   *
   * @param country as for {@link #parse}
   */
  public static Optional<PhoneNumber> within(String words, String country) {
    String region = country.strip().toUpperCase(Locale.ROOT);
    Set<PhoneNumber> found = new LinkedHashSet<>();
    PLANS
        .findNumbers(words, region, Leniency.STRICT_GROUPING, Long.MAX_VALUE)
        .forEach(match -> found.add(new PhoneNumber(e164(match.number()))));
    Matcher northAmerican = GROUPED_IN_NORTH_AMERICA.matcher(words);
    while (NumberingPlans.callingCode(region) == 1 && northAmerican.find()) {
      NumberingPlans.dialable(northAmerican.group(), region)
          .ifPresent(written -> found.add(written.number()));
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  static String e164(Phonenumber.PhoneNumber number) {
    return PLANS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
  }

  /**
   * The zones in which the number may ring, by the longest prefix that is known: one for most
   * geographic numbers, dozens for a toll-free one, none if the prefix is unknown. People keep
   * their numbers when they move, so this is a guess to be overruled by any better source. The
   * tables go by the calling code: some of the zones may lie in another country than the number,
   * which {@code Places} sorts out.
   *
   * @return sorted by id, unmodifiable, without {@code Etc/Unknown} and without zones that
   *     java.time does not know
   */
  public static Set<ZoneId> zonesOf(PhoneNumber number) {
    return NumberingPlans.of(number).map(PhoneNumbers::zonesOf).orElse(Set.of());
  }

  private static Set<ZoneId> zonesOf(Phonenumber.PhoneNumber read) {
    return Collections.unmodifiableSet(
        ZONES.getTimeZonesForNumber(read).stream()
            .filter(KNOWN_ZONES::contains)
            .map(PhoneNumbers::nowCalled)
            .map(ZoneId::of)
            .collect(
                Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ZoneId::getId)))));
  }

  private static String nowCalled(String zone) {
    String name = NEW_NAMES.getOrDefault(zone, zone);
    return KNOWN_ZONES.contains(name) ? name : zone;
  }

  /**
   * The ISO 3166-1 alpha-2 code of the country to which the number belongs; empty if the number is
   * in no plan or in one that spans the world (+800, +882).
   */
  public static Optional<String> countryOf(PhoneNumber number) {
    return COUNTRIES.of(number.e164(), e164 -> readCountryOf(number));
  }

  private static Optional<String> readCountryOf(PhoneNumber number) {
    return newAreaCode(number.e164())
        .or(
            () ->
                NumberingPlans.of(number)
                    .map(PLANS::getRegionCodeForNumber)
                    .filter(ISO_COUNTRY.asMatchPredicate()));
  }

  /** What the numbering plan says of the line. */
  public static LineType typeOf(PhoneNumber number) {
    return NumberingPlans.of(number)
        .map(PLANS::getNumberType)
        .map(PhoneNumbers::type)
        .orElse(LineType.OTHER);
  }

  private static LineType type(PhoneNumberType type) {
    return switch (type) {
      case MOBILE -> LineType.MOBILE;
      case FIXED_LINE -> LineType.FIXED;
      case FIXED_LINE_OR_MOBILE -> LineType.FIXED_OR_MOBILE;
      case TOLL_FREE -> LineType.TOLL_FREE;
      default -> LineType.OTHER;
    };
  }

  /** The place that the number tells, in one reading. */
  public static NumberPlace placeOf(PhoneNumber number) {
    Optional<String> country = newAreaCode(number.e164());
    return country.isPresent()
        ? new NumberPlace(country, true, Set.of(), "")
        : NumberingPlans.of(number).map(PhoneNumbers::placeOf).orElse(NOWHERE);
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

  private static WarmlineException refusal(String fault) {
    return new WarmlineException(ProblemCode.INVALID_PHONE_NUMBER, SUBJECT + fault);
  }
}
