package io.warmline.api.http;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The patterns of the contract in words: nobody who sends a wrong value reads a regular expression.
 */
final class Wording {

  private static final Map<String, String> PATTERNS =
      Map.ofEntries(
          entry("^[A-Z][A-Z0-9_]*$", "capitals, digits and underscores, such as CLAIM_EXPIRED"),
          entry(
              "^[A-Z][A-Z0-9_]{1,49}$",
              "2 to 50 capitals, digits and underscores that begin with a capital, such as"
                  + " US_NATIONAL"),
          entry(
              "^([01][0-9]|2[0-3]):[0-5][0-9]$",
              "a time of day from 00:00 to 23:59, such as 09:30"),
          entry(
              "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
              "a time of day from 00:00 to 24:00, such as 17:30"),
          entry("^[A-Z]{3}$", "a currency code of three capitals (ISO 4217), such as USD"),
          entry("^https://\\S+$", "an address that begins with https:// and has no blanks"),
          entry("^[0-9a-f]{64}$", "a SHA-256 digest of 64 hexadecimal digits in small letters"),
          entry("^[a-z]+:(read|write|admin)$", "a scope such as leads:read"),
          entry(
              "^[a-z_]+\\.([a-z_]+|\\*)$",
              "a type of event such as call.logged, or all of a subject such as call.*"),
          entry(
              "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
              "1 to 64 letters, digits, dots, underscores and hyphens that begin with a letter or"
                  + " a digit"),
          entry("^[0-9]{1,7}$", "an area code of 1 to 7 digits, such as 305"),
          entry("^[^,;|]+$", "a tag without comma, semicolon or bar, such as webinar"),
          entry("^[a-zA-Z]+$", "letters, such as updateLead"),
          entry("^[A-Z]{2}$", "a country code of two capitals (ISO 3166-1), such as US"),
          entry(
              "^[A-Z]{2}(-[A-Z0-9]{1,3})?$",
              "a country code such as GB, or one of a state or province such as US-TX"),
          entry(
              "^[a-z0-9]+(-[a-z0-9]+)*$",
              "lower-case letters, digits and single hyphens, such as house-lunch-break"),
          entry(
              "^[a-z]{2,3}$",
              "a language code of two or three small letters (ISO 639), such as en"),
          entry("^\\+[1-9][0-9]{1,14}$", "a phone number in E.164, such as +15046218927"),
          entry(
              "^(today|[0-9]{4}-[0-9]{2}-[0-9]{2})$",
              "a date such as 2026-11-18, or the word today"),
          entry("^[0-9]{1,9}$", "1 to 9 digits"),
          entry("^[A-Za-z0-9_-]{1,64}$", "1 to 64 letters, digits, underscores and hyphens"),
          entry(
              "^[a-z0-9][a-z0-9-]{0,62}$",
              "1 to 63 small letters, digits and hyphens that begin with a letter or a digit"));

  private Wording() {}

  /** What a text of this pattern is, to follow "must be". */
  static String of(String pattern) {
    return PATTERNS.getOrDefault(pattern, "a text of the form the contract describes");
  }

  /** Whether there are words for it. */
  static boolean knows(String pattern) {
    return PATTERNS.containsKey(pattern);
  }
}
