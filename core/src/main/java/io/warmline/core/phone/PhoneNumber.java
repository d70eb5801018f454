package io.warmline.core.phone;

import java.util.regex.Pattern;

/**
 * A phone number in E.164: a plus sign and 2 to 15 digits. Its {@code toString} hides all but the
 * last two digits, because numbers are personal data and end up in logs.
 */
public record PhoneNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number of 2 to 15 digits");
    }
  }

  @Override
  public String toString() {
    return "+…" + e164.substring(e164.length() - 2);
  }
}
