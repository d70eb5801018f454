package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Path and query as they came. Once decoded, what was not UTF-8 cannot be told any more from
 * another text, and two ids would be one.
 */
final class RawTarget {

  private static final int HEX = 16;
  private static final String LINKS = "/t/";

  private RawTarget() {}

  /**
   * What is wrong with the escapes of a request; null if nothing is. The query of a tracked link is
   * let through: programs of mail add to it what they like, and it means nothing here.
   */
  static @Nullable String faultOf(HttpServerRequest request) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    if (!isUri(path.startsWith(LINKS) ? path : uri)) {
      return "The path or the query has characters that must be escaped, as %20 for a space, or a"
          + " percent sign that is not followed by two hexadecimal digits.";
    }
    if ((path.startsWith(LINKS) ? path : uri).indexOf('#') >= 0) {
      return "A fragment (#) is no part of a request; write %23 for the sign itself.";
    }
    if (path.indexOf(';') >= 0) {
      return "A path takes no parameters behind a semicolon; write %3B for the sign itself.";
    }
    String fault = faultOf(path, "path");
    return fault != null || query < 0 || path.startsWith(LINKS)
        ? fault
        : faultOf(uri.substring(query + 1), "query");
  }

  private static @Nullable String faultOf(String part, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= 128) {
        return "The " + name + " has characters that must be escaped, as %C3%A9 for é.";
      }
      if (c == '%') {
        int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), HEX) : -1;
        int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), HEX) : -1;
        if (high < 0 || low < 0) {
          return "The "
              + name
              + " has a percent sign that is not followed by two hexadecimal digits; write %25 for"
              + " the sign itself.";
        }
        bytes.write(high * HEX + low);
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return isUtf8(bytes.toByteArray()) ? null : "The escapes in the " + name + " are not UTF-8.";
  }

  private static boolean isUri(String text) {
    try {
      return !new URI(text).toString().isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
