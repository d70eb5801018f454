package io.warmline.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which digits are a number: the numbering plans of libphonenumber, and what they lack. */
final class NumberingPlans {

  static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** A plus sign and 15 digits (ITU-T E.164); some national plans allow more. */
  static final int LONGEST_E164 = 16;

  /** The region of numbers that belong to the whole world, such as +800. */
  private static final String WORLD = "001";

  private static final String NOWHERE = "ZZ";

  /**
   * Exchange 555 in any area code of the North American plan: free for fiction (0100 to 0199) or
   * directory services, so nobody is called by mistake, and demonstrations need it. Area code 436
   * (Ohio) is in use since 2024, and the plans do not know it yet.
   */
  private static final Pattern ALSO_IN_USE =
      Pattern.compile("\\+1(?:[2-9][0-9]{2}555[0-9]{4}|436[2-9][0-9]{6})");

  /** The mobile number of Mexico as it was dialled from abroad until 2019. */
  private static final Pattern FORMER_MEXICAN_MOBILE = Pattern.compile("\\+521([0-9]{10})");

  /** {@code 736-XXXX} and {@code 736-5OOO}: no word, but digits that are hidden or mistyped. */
  private static final Pattern MASKED =
      Pattern.compile("(?iu)(?<![\\p{L}0])(\\p{L})\\1+(?!\\p{L})");

  private static final Pattern LETTERS_WITHIN =
      Pattern.compile("(?s)([^\\d]*\\d[^\\p{L}]*)(\\p{L}.*)");

  /** "1-800-FLOWERS" and "212-PEN-5000" are dialled by their letters. */
  private static final int FEWEST_OF_A_WORD = 3;

  /** libphonenumber leaves out what follows, which is a second extension. */
  private static final Pattern SECOND_EXTENSION = Pattern.compile("(?i)[\\\\/] *x");

  private static final Pattern PLAIN = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /** A row of a list asks several times about its numbers, one after the other. */
  private static final Recent<Optional<Phonenumber.PhoneNumber>> PARSED = new Recent<>();

  private NumberingPlans() {}

  /**
   * The number that can be dialled by this text, an extension of libphonenumber's form included.
   */
  static Optional<WrittenNumber> dialable(String text, String region) {
    if (MASKED.matcher(text).find()
        || SECOND_EXTENSION.matcher(text).find()
        || hasWordsWithin(text, region)) {
      return Optional.empty();
    }
    return asPlanned(text, region);
  }

  /**
   * Whether there are letters behind the first digit that are none of the number's: libphonenumber
   * leaves out one or two of them, and dials three as digits.
   */
  private static boolean hasWordsWithin(String text, String region) {
    if (text.chars().noneMatch(Character::isLetter)) {
      return false;
    }
    String bare = PhoneText.extended(text).map(PhoneText.Extended::text).orElse(text);
    Matcher letters = LETTERS_WITHIN.matcher(bare);
    return letters.matches()
        && (letters.group(2).codePoints().filter(Character::isLetter).count() < FEWEST_OF_A_WORD
            || asPlanned(letters.group(1), region).isPresent());
  }

  private static Optional<WrittenNumber> asPlanned(String text, String region) {
    try {
      Phonenumber.PhoneNumber read = read(text, region);
      String e164 = PLANS.format(read, PhoneNumberFormat.E164);
      String today = FORMER_MEXICAN_MOBILE.matcher(e164).replaceFirst("+52$1");
      boolean inUse = today.equals(e164) ? isInUse(e164, read) : isInUse(today);
      return inUse && read.getExtension().length() <= WrittenNumber.MOST_EXTENSION_DIGITS
          ? Optional.of(new WrittenNumber(new PhoneNumber(today), extension(read)))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  /** Numbers with their calling code are the same everywhere. */
  private static Phonenumber.PhoneNumber read(String text, String region)
      throws NumberParseException {
    if (PLAIN.matcher(text).matches()) {
      Optional<Phonenumber.PhoneNumber> known = parsed(text);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return PLANS.parse(text, region);
  }

  private static boolean isInUse(String e164) {
    return parsed(e164).filter(read -> isInUse(e164, read)).isPresent();
  }

  private static boolean isInUse(String e164, Phonenumber.PhoneNumber read) {
    return e164.length() <= LONGEST_E164
        && (PLANS.isValidNumber(read) || ALSO_IN_USE.matcher(e164).matches());
  }

  private static Optional<Phonenumber.PhoneNumber> parsed(String e164) {
    return PARSED.of(e164, NumberingPlans::parse);
  }

  private static Optional<Phonenumber.PhoneNumber> parse(String e164) {
    try {
      return Optional.of(PLANS.parse(e164, NOWHERE));
    } catch (NumberParseException unknownCallingCode) {
      return Optional.empty();
    }
  }

  private static Optional<String> extension(Phonenumber.PhoneNumber read) {
    return Optional.of(read.getExtension()).filter(digits -> !digits.isEmpty());
  }

  /** What libphonenumber makes of a number that was read; empty if its calling code is unknown. */
  static Optional<Phonenumber.PhoneNumber> of(PhoneNumber number) {
    return parsed(number.e164());
  }

  static boolean isMobile(PhoneNumber number) {
    return of(number).filter(n -> PLANS.getNumberType(n) == PhoneNumberType.MOBILE).isPresent();
  }

  /** The calling code of a country; 0 if it has no numbering plan. */
  static int callingCode(String region) {
    return PLANS.getSupportedRegions().contains(region) ? PLANS.getCountryCodeForRegion(region) : 0;
  }

  /** Whether numbers of the country are dialled with a zero before them within it. */
  static boolean hasTrunkZero(String region) {
    return PLANS.getSupportedRegions().contains(region)
        && "0".equals(PLANS.getNddPrefixForRegion(region, true));
  }

  static int callingCode(PhoneNumber number) {
    return of(number).map(Phonenumber.PhoneNumber::getCountryCode).orElse(0);
  }

  /**
   * The region whose national spelling goes with a calling code.
   *
   * @param preferred the region to take if it is one of several that share the code
   * @return empty if nobody has this code
   */
  static Optional<String> regionOf(int callingCode, String preferred) {
    if (callingCode(preferred) == callingCode) {
      return Optional.of(preferred);
    }
    return Optional.of(PLANS.getRegionCodeForCountryCode(callingCode))
        .filter(region -> !region.equals(NOWHERE));
  }

  static boolean isOfTheWorld(String region) {
    return region.equals(WORLD);
  }
}
