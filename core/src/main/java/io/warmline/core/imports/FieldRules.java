package io.warmline.core.imports;

import io.warmline.core.WarmlineException;
import io.warmline.core.time.Zones;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a lead keeps in each field, as in the contract, and how it is spelled there. */
final class FieldRules {

  /** The characters of a custom field. */
  static final int CUSTOM_VALUE_CHARS = 1000;

  private static final int HIGHEST_SCORE = 1000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern SCORE = Pattern.compile("[0-9]{1,9}");

  /** Characters at most; fields that are checked otherwise are absent. */
  private static final Map<LeadField, Integer> LONGEST =
      Map.ofEntries(
          Map.entry(LeadField.EXTERNAL_ID, 200),
          Map.entry(LeadField.TITLE, 100),
          Map.entry(LeadField.FIRST_NAME, 200),
          Map.entry(LeadField.LAST_NAME, 200),
          Map.entry(LeadField.JOB_TITLE, 200),
          Map.entry(LeadField.COMPANY, 300),
          Map.entry(LeadField.EMAIL, 254),
          Map.entry(LeadField.WEBSITE, 500),
          Map.entry(LeadField.STREET, 300),
          Map.entry(LeadField.CITY, 200),
          Map.entry(LeadField.COUNTY, 200),
          Map.entry(LeadField.REGION, 200),
          Map.entry(LeadField.POSTAL_CODE, 32),
          Map.entry(LeadField.NOTES, 10_000));

  private FieldRules() {}

  /**
   * The value as a lead keeps it.
   *
   * @throws UnreadableRow if it breaks the rule of its field
   */
  static String kept(LeadField field, String text) {
    requireLength(field.key(), text, LONGEST.getOrDefault(field, Integer.MAX_VALUE));
    return switch (field) {
      case COUNTRY -> country(text);
      case TIME_ZONE -> timeZone(text);
      case LANGUAGE -> language(text);
      case SCORE -> score(text);
      case EMAIL -> email(text);
      case CONTRACT_END -> date(text);
      default -> text;
    };
  }

  /**
   * The value of a custom field as a lead keeps it.
   *
   * @throws UnreadableRow if it is too long
   */
  static String keptCustom(String name, String text) {
    requireLength(name, text, CUSTOM_VALUE_CHARS);
    return text;
  }

  private static void requireLength(String field, String text, int longest) {
    if (text.length() > longest) {
      throw new UnreadableRow(
          field,
          RowProblem.TOO_LONG,
          "has %d characters; at most %d are kept.".formatted(text.length(), longest));
    }
  }

  private static String country(String text) {
    return Countries.codeOf(text)
        .orElseThrow(
            () ->
                refused(
                    LeadField.COUNTRY,
                    RowProblem.INVALID_COUNTRY,
                    "is no country that is known: give its ISO 3166-1 code, such as US, or its"
                        + " English name."));
  }

  private static String timeZone(String text) {
    try {
      return Zones.parse(text).getId();
    } catch (WarmlineException e) {
      throw refused(
          LeadField.TIME_ZONE,
          RowProblem.INVALID_TIME_ZONE,
          "is no IANA time zone of the form Area/City: give one such as America/New_York.");
    }
  }

  private static String language(String text) {
    String code = text.toLowerCase(Locale.ROOT);
    if (!LANGUAGE.matcher(code).matches()) {
      throw refused(
          LeadField.LANGUAGE,
          RowProblem.INVALID_LANGUAGE,
          "is no ISO 639 code of two or three letters: give one such as en.");
    }
    return code;
  }

  private static String score(String text) {
    if (!SCORE.matcher(text).matches() || Integer.parseInt(text) > HIGHEST_SCORE) {
      throw refused(
          LeadField.SCORE, RowProblem.INVALID_SCORE, "is no whole number from 0 to 1000.");
    }
    return String.valueOf(Integer.parseInt(text));
  }

  private static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw refused(
          LeadField.EMAIL,
          RowProblem.INVALID_EMAIL,
          "is no e-mail address: give one such as name@example.com, or leave it empty.");
    }
    return text;
  }

  private static String date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date.toString();
      }
    } catch (DateTimeParseException e) {
      // refused below, like a year that cannot be meant
    }
    throw refused(
        LeadField.CONTRACT_END,
        RowProblem.INVALID_DATE,
        "is no date of the form YYYY-MM-DD between 1900 and 2199.");
  }

  private static UnreadableRow refused(LeadField field, RowProblem problem, String reason) {
    return new UnreadableRow(field.key(), problem, reason);
  }
}
