package io.warmline.core.phone;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as they were dialled before a country changed its plan, where the change leaves no choice
 * of what they are today. Lists keep them for decades.
 */
final class FormerPrefixes {

  /**
   * @param before the digits of the number without its calling code
   * @param today what follows the calling code now
   */
  private record Change(int callingCode, Pattern before, String today) {

    Change(int callingCode, String before, String today) {
      this(callingCode, Pattern.compile(before), today);
    }
  }

  private static final List<Change> CHANGES =
      List.of(
          // Mexico, 2019: no 01 between areas, no 044 and 045 before mobiles (IFT)
          new Change(52, "(?:01|04[45])(\\d{10})", "$1"),
          // Argentina: a mobile is 15 behind the area code within the country, 9 before it from
          // abroad; lists have both at once
          new Change(54, "90?(\\d{2})15(\\d{8})", "9$1$2"),
          new Change(54, "90?(\\d{3})15(\\d{7})", "9$1$2"),
          new Change(54, "90?(\\d{4})15(\\d{6})", "9$1$2"),
          // Colombia, 2021: fixed lines have 60 before the old area code (CRC)
          new Change(57, "0?([124-8])([2-9]\\d{6})", "60$1$2"),
          // Brazil: 0XX stands for a carrier that the caller chooses
          new Change(55, "0(\\d{2})(9?[2-9]\\d{7})", "$1$2"),
          // Poland, 2005: the area code belongs to the number, and the zero is gone (UKE)
          new Change(48, "0([1-9]\\d{8})", "$1"));

  private static final Pattern ANY_CARRIER = Pattern.compile("(?i)0[\\s-]?xx[\\s-]?(?=\\(?\\d{2})");

  private FormerPrefixes() {}

  /** What the text is today; empty if it is no number of former times. */
  static Optional<WrittenNumber> today(String text, String region) {
    int own = NumberingPlans.callingCode(region);
    String chosen = ANY_CARRIER.matcher(text).replaceFirst("0");
    if (chosen.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    String digits = chosen.replaceAll("[^\\d+]", "");
    return CHANGES.stream()
        .map(change -> today(change, digits, change.callingCode() == own))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<WrittenNumber> today(Change change, String digits, boolean atHome) {
    String code = String.valueOf(change.callingCode());
    boolean international = digits.startsWith("+" + code) || digits.startsWith("00" + code);
    if (!international && !atHome) {
      return Optional.empty();
    }
    String national = international ? digits.replaceFirst("^(?:\\+|00)" + code, "") : digits;
    Matcher before = change.before().matcher(national);
    return before.matches()
        ? NumberingPlans.dialable("+" + code + before.replaceFirst(change.today()), "ZZ")
        : Optional.empty();
  }
}
