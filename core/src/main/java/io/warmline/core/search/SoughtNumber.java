package io.warmline.core.search;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.phone.WrittenNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number that somebody looks for, as it was written or shown. */
record SoughtNumber(String text, String digits) {

  /** Digits and what people write between them; nothing else. */
  private static final Pattern WRITTEN = Pattern.compile("[+()\\d][+()\\d\\s./\\u2010-\\u2015-]*");

  /** With fewer digits it is no number. */
  private static final int LEAST_DIGITS = 4;

  /** What has fewer may be the end of a number that has zeros there. */
  private static final int LEAST_DIGITS_OF_A_COUNTRY = 7;

  /** Empty if it is no number. */
  static Optional<SoughtNumber> in(String query) {
    String text = query.strip();
    String digits = text.replaceAll("\\D", "");
    return WRITTEN.matcher(text).matches() && digits.length() >= LEAST_DIGITS
        ? Optional.of(new SoughtNumber(text, digits))
        : Optional.empty();
  }

  /**
   * With what it ends. The zeros before a number that is dialled within its country are none of it,
   * whichever country that is.
   */
  String ending() {
    String without = digits.replaceFirst("^0+", "");
    return without.length() >= LEAST_DIGITS_OF_A_COUNTRY ? without : digits;
  }

  /**
   * Which numbers it may be.
   *
   * @param countries from which it may be written
   */
  List<String> candidates(Collection<String> countries) {
    return countries.stream()
        .flatMap(country -> PhoneNumbers.read(text, country).numbers().stream())
        .map(WrittenNumber::number)
        .map(PhoneNumber::e164)
        .distinct()
        .toList();
  }
}
