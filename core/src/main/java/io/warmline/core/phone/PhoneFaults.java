package io.warmline.core.phone;

import static io.warmline.core.phone.NumberingPlans.PLANS;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/**
 * What is wrong with a text that is no number, as a sentence that goes after "the phone number".
 */
final class PhoneFaults {

  private static final String TOO_MANY_DIGITS = "has too many digits: give one number per field";
  private static final String UNKNOWN_CALLING_CODE =
      "has an unknown country calling code: check the digits after the plus sign";

  /** A longer text has other faults. */
  private static final int LONGEST = 60;

  private static final Pattern LONG_EXTENSION =
      Pattern.compile("(?i)\\d.{0,4}(?:x|ext|extn|extension|#)[.:=\\s]{0,3}\\d{10,20}$");

  private PhoneFaults() {}

  static String of(String text, String region) {
    if (text.length() < LONGEST && LONG_EXTENSION.matcher(text).find()) {
      return "has an extension of more than 9 digits: give the digits of the desk alone";
    }
    try {
      return of(PLANS.parse(text, region));
    } catch (NumberParseException e) {
      return switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE ->
            text.startsWith("+") || PLANS.getSupportedRegions().contains(region)
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

  private static String of(Phonenumber.PhoneNumber number) {
    if (PLANS.format(number, PhoneNumberFormat.E164).length() > NumberingPlans.LONGEST_E164) {
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

  static String destroyed(int digitsLeft) {
    return ("was destroyed by a spreadsheet, which has left only its first %d digits: format the"
            + " column as text there, and export the list again from where it came")
        .formatted(digitsLeft);
  }
}
