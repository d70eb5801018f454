package io.warmline.core.phone;

import java.util.Optional;

/**
 * A number as it was written: the line that rings, and the extension to ask for behind it.
 *
 * @param extension 1 to {@value #MOST_EXTENSION_DIGITS} digits; empty if none was given
 */
public record WrittenNumber(PhoneNumber number, Optional<String> extension) {

  /** More digits than any telephone system gives its extensions. */
  static final int MOST_EXTENSION_DIGITS = 9;

  /** A number without an extension. */
  public WrittenNumber(PhoneNumber number) {
    this(number, Optional.empty());
  }

  @Override
  public String toString() {
    return number + (extension.isPresent() ? " with an extension" : "");
  }
}
