package io.warmline.core.callrecord;

import io.warmline.core.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the recording of a call is: an absolute {@code https} address of at most {@value #LONGEST}
 * characters, without a user in it. Whoever has the address may have the recording, so that its
 * {@code toString} hides it.
 */
public record RecordingUrl(String text) {

  private static final int LONGEST = 2000;

  public RecordingUrl {
    if (!isAddress(text)) {
      throw new IllegalArgumentException("no https address");
    }
  }

  /**
   * @throws InvalidValue at this pointer if it is none
   */
  public static RecordingUrl parse(String text, String pointer) {
    if (!isAddress(text)) {
      throw new InvalidValue(
          pointer,
          "NO_HTTPS_ADDRESS",
          "must be an absolute https address of at most "
              + LONGEST
              + " characters, without user and password");
    }
    return new RecordingUrl(text);
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST
          && text.startsWith("https://")
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "RecordingUrl[…]";
  }
}
