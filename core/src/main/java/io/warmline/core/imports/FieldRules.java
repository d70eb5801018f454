package io.warmline.core.imports;

import io.warmline.core.EmailAddress;
import io.warmline.core.InvalidValue;
import io.warmline.core.language.CountryNames;
import io.warmline.core.lead.Tags;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a lead keeps in each field, as in the contract, and how it is spelled there. */
final class FieldRules {

  /** The characters of a custom field. */
  static final int CUSTOM_VALUE_CHARS = 1000;

  private static final int HIGHEST_SCORE = 1000;

  /** {@code Ann Lee <ann@example.com>}, and {@code mailto:ann@example.com}. */
  private static final Pattern NAMED_EMAIL =
      Pattern.compile("(?i)(?:mailto:|[^<>@]*<)\\s*([^<>\\s]+@[^<>\\s]+?)\\s*>?");

  private static final Pattern SCORE = Pattern.compile("([0-9]{1,9})(?:[.,]0+)?");

  private FieldRules() {}

  /**
   * The value as a lead keeps it.
   *
   * @throws UnreadableRow if it breaks the rule of its field
   */
  static String kept(LeadField field, String text) {
    requireLength(field.key(), text, field.longest());
    return switch (field) {
      case COUNTRY, STATED_COUNTRY -> country(field, text);
      case LANGUAGE -> language(text);
      case SCORE -> score(text);
      case EMAIL -> email(text);
      case CONTRACT_END -> date(text);
      case TAGS -> tags(text);
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

  private static String country(LeadField field, String text) {
    return CountryNames.codeOf(text).orElseThrow(() -> unknownCountry(field));
  }

  static UnreadableRow unknownCountry(LeadField field) {
    return refused(
        field,
        RowProblem.INVALID_COUNTRY,
        "is no country that is known: give its ISO 3166-1 code, such as US, or its English name.");
  }

  /**
   * The zone as a lead keeps it.
   *
   * @param country ISO 3166-1 alpha-2 code of where the person is
   * @param region as the row has it; empty if it has none
   * @throws UnreadableRow if it is not sure which is meant
   */
  static String timeZone(String text, String country, String region) {
    return ZoneNames.idOf(text, country, region)
        .orElseThrow(
            () ->
                refused(
                    LeadField.TIME_ZONE,
                    RowProblem.INVALID_TIME_ZONE,
                    "is no time zone that is sure: give its IANA name, such as America/New_York."));
  }

  private static String language(String text) {
    return LanguageNames.codeOf(text)
        .orElseThrow(
            () ->
                refused(
                    LeadField.LANGUAGE,
                    RowProblem.INVALID_LANGUAGE,
                    "is no language that is known: give its ISO 639 code, such as en."));
  }

  private static String score(String text) {
    Matcher score = SCORE.matcher(text);
    if (!score.matches() || Integer.parseInt(score.group(1)) > HIGHEST_SCORE) {
      throw refused(
          LeadField.SCORE, RowProblem.INVALID_SCORE, "is no whole number from 0 to 1000.");
    }
    return String.valueOf(Integer.parseInt(score.group(1)));
  }

  private static String email(String text) {
    String address = text;
    if (text.indexOf('<') >= 0 || text.indexOf(':') >= 0) {
      Matcher named = NAMED_EMAIL.matcher(text);
      address = named.matches() ? named.group(1) : text;
    }
    if (!EmailAddress.isOne(address)) {
      throw refused(
          LeadField.EMAIL,
          RowProblem.INVALID_EMAIL,
          "is not one e-mail address: give one such as name@example.com, or leave it empty.");
    }
    return address;
  }

  private static String date(String text) {
    return WrittenDate.of(text)
        .map(LocalDate::toString)
        .orElseThrow(
            () ->
                refused(
                    LeadField.CONTRACT_END,
                    RowProblem.INVALID_DATE,
                    "is no date that is sure, between 1900 and 2199: give it as YYYY-MM-DD."));
  }

  private static String tags(String text) {
    try {
      return Tags.in(text).text();
    } catch (InvalidValue e) {
      throw refused(
          LeadField.TAGS,
          RowProblem.TOO_LONG,
          "has more than %d tags, or one of more than %d characters."
              .formatted(Tags.MOST, Tags.LONGEST));
    }
  }

  private static UnreadableRow refused(LeadField field, RowProblem problem, String reason) {
    return new UnreadableRow(field.key(), problem, reason);
  }
}
