package io.warmline.core.phone;

import static io.warmline.core.phone.NumberingPlans.PLANS;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The digits with which the numbers of an area begin after the calling code: an area code of North
 * America, elsewhere a national destination code (ITU-T E.164).
 *
 * @param country ISO 3166-1 alpha-2, in capitals
 * @param digits one to seven, without what is dialled before them within the country
 */
public record AreaCode(String country, String digits) implements Comparable<AreaCode> {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,7}");
  private static final int MOST_DIGITS_OF_A_NUMBER = 15;
  private static final int WAYS_TO_GO_ON = 100;
  private static final String REST = "23456789012345";

  /** Where numbers are dialled in full everywhere, two digits tell an area at the least. */
  private static final int FEWEST_OF_A_CLOSED_PLAN = 2;

  /**
   * Checks the form; {@link #isInUse} tells whether there is such a code.
   *
   * @throws IllegalArgumentException if it is not as described
   */
  public AreaCode {
    if (!COUNTRY.matcher(country).matches() || !DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "must be the one to seven digits that follow the calling code, such as 305");
    }
  }

  /** Reads what {@link #toString} writes. */
  public static AreaCode parse(String text) {
    int space = text.indexOf(' ');
    return new AreaCode(text.substring(0, space), text.substring(space + 1));
  }

  /** Whether a number begins with it, whatever country shares the calling code. */
  public boolean isOf(PhoneNumber number) {
    return prefixes().anyMatch(number.e164()::startsWith);
  }

  /** How its numbers begin, with the plus sign; a mobile in Argentina has a 9 before the code. */
  public Stream<String> prefixes() {
    String callingCode = callingCode();
    String mobile = PhoneNumberUtil.getCountryMobileToken(callingNumber());
    return Stream.of("", mobile).distinct().map(token -> callingCode + token + digits);
  }

  /** Whether numbers of this country may have it. */
  public boolean mayBeOf(String otherCountry) {
    return PhoneNumbers.callingCodeOf(otherCountry).filter(callingCode()::equals).isPresent();
  }

  private int callingNumber() {
    return NumberingPlans.callingCode(country);
  }

  private String callingCode() {
    return PhoneNumbers.callingCodeOf(country).orElse("+0");
  }

  /**
   * Whether numbers of the country have this code, by the numbering plans of libphonenumber. It
   * costs milliseconds.
   */
  public boolean isInUse() {
    return NumberingPlans.callingCode(country) != 0
        && IntStream.range(0, WAYS_TO_GO_ON)
            .mapToObj(head -> digits + head / 10 + head % 10 + REST)
            .anyMatch(this::isBeginOfNumber);
  }

  private boolean isBeginOfNumber(String digitsInAll) {
    int most = MOST_DIGITS_OF_A_NUMBER + 1 - callingCode().length();
    return IntStream.rangeClosed(digits.length() + 2, most)
        .mapToObj(length -> callingCode() + digitsInAll.substring(0, length))
        .map(PhoneNumber::new)
        .anyMatch(this::isCodeOf);
  }

  private boolean isCodeOf(PhoneNumber number) {
    Optional<Phonenumber.PhoneNumber> read =
        NumberingPlans.of(number)
            .filter(n -> PhoneNumbers.countryOf(number).filter(country::equals).isPresent())
            .filter(n -> PhoneNumbers.e164(n).equals(number.e164()));
    return read.filter(n -> lengths(n).contains(digits.length()) || isOfClosedPlan()).isPresent();
  }

  private static List<Integer> lengths(Phonenumber.PhoneNumber number) {
    return List.of(
        PLANS.getLengthOfGeographicalAreaCode(number),
        PLANS.getLengthOfNationalDestinationCode(number));
  }

  /** Such a plan has no codes that libphonenumber would tell from the rest of a number. */
  private boolean isOfClosedPlan() {
    return PLANS.getNddPrefixForRegion(country, true) == null
        && digits.length() >= FEWEST_OF_A_CLOSED_PLAN
        && !digits.startsWith("0");
  }

  @Override
  public int compareTo(AreaCode other) {
    return toString().compareTo(other.toString());
  }

  /** {@code US 305}. */
  @Override
  public String toString() {
    return country + " " + digits;
  }
}
