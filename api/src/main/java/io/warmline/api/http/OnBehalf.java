package io.warmline.api.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request that this server sends to itself for somebody who asked for it in another way. It comes
 * from where they are: their address and the scheme by which they reached the server go along,
 * under a secret that this process alone knows. What anybody else says there is passed over.
 */
public final class OnBehalf {

  private static final String HEADER = "X-Warmline-On-Behalf";
  private static final int SECRET_BYTES = 32;
  private static final int PARTS = 3;
  private static final String SECRET = secret();

  private final String scheme;
  private final String address;

  private OnBehalf(String scheme, String address) {
    this.scheme = scheme;
    this.address = address;
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Puts into the headers of a request who has asked for it. */
  public static void tell(HttpServerRequest asked, MultiMap headers) {
    headers.set(HEADER, SECRET + " " + asked.scheme() + " " + Callers.textOf(asked));
  }

  /** Who asked for a request that came from this server itself; empty if it came from outside. */
  static Optional<OnBehalf> in(HttpServerRequest request) {
    String told = request.getHeader(HEADER);
    if (told == null) {
      return Optional.empty();
    }
    String[] parts = told.split(" ", PARTS);
    return parts.length == PARTS && isOurs(parts[0])
        ? Optional.of(new OnBehalf(parts[1], parts[2]))
        : Optional.empty();
  }

  private static boolean isOurs(String secret) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), SECRET.getBytes(StandardCharsets.UTF_8));
  }

  /** The address; empty if it was not known. */
  String address() {
    return address;
  }

  /** {@code http} or {@code https}. */
  String scheme() {
    return scheme;
  }
}
