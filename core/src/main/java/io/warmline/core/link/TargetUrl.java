package io.warmline.core.link;

import io.warmline.core.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a tracked link leads: an absolute https address of at most 2000 ASCII characters, without
 * user and password.
 */
public record TargetUrl(String text) {

  private static final int LONGEST = 2000;

  /**
   * Reads an address.
   *
   * @param pointer where it stands in the request
   * @throws InvalidValue if it is none to which people may be sent
   */
  public static TargetUrl parse(String text, String pointer) {
    try {
      URI uri = new URI(text.strip());
      String ascii = uri.toASCIIString();
      if (!"https".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || ascii.length() > LONGEST) {
        throw refused(pointer);
      }
      return new TargetUrl("https" + ascii.substring("https".length()));
    } catch (URISyntaxException e) {
      throw refused(pointer);
    }
  }

  private static InvalidValue refused(String pointer) {
    return new InvalidValue(
        pointer,
        "INVALID_URL",
        "must be an absolute https URL with a host, without user and password, of at most 2000"
            + " characters");
  }

  /** Hides the path and the query: they may name the prospect. */
  @Override
  public String toString() {
    return "https://" + URI.create(text).getHost() + "/…";
  }
}
