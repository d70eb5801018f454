package io.warmline.core;

import java.util.regex.Pattern;

/**
 * What is taken for the address of a mailbox, whoever writes it down: words with single dots
 * between them (RFC 5322, dot-atom), and the name of a host, also in letters that are not ASCII.
 */
public final class EmailAddress {

  private static final String WORD = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";

  private static final Pattern FORM =
      Pattern.compile(WORD + "(?:\\." + WORD + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

  private EmailAddress() {}

  /** Whether this is the address of one mailbox, and nothing besides. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
