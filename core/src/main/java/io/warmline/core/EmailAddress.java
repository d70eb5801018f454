package io.warmline.core;

import java.util.regex.Pattern;

/** What is taken for the address of a mailbox, whoever writes it down. */
public final class EmailAddress {

  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");

  private EmailAddress() {}

  /** Whether this is the address of one mailbox, and nothing besides. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
