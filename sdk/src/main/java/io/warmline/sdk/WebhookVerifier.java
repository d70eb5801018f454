package io.warmline.sdk;

import io.warmline.sdk.model.WebhookMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells messages of Warmline from those of anybody else, by their signature (Standard Webhooks
 * 1.0). Immutable and safe for threads.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(secret);
 * WebhookMessage message = verifier.verify(request::getHeader, body);
 * }</pre>
 *
 * <p>Answer with a status of the 200s within 15 seconds, and do the work afterwards. A message may
 * come more than once: its {@code webhook-id} is the same then.
 */
public final class WebhookVerifier {
  private static final String PREFIX = "whsec_";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<SecretKeySpec> keys;
  private final Clock clock;

  private WebhookVerifier(List<SecretKeySpec> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * By these secrets, any of which will do: while one takes the place of another, both.
   *
   * @throws IllegalArgumentException if there is none, or one is not {@code whsec_} and Base64
   */
  public static WebhookVerifier of(String... secrets) {
    return of(Clock.systemUTC(), secrets);
  }

  static WebhookVerifier of(Clock clock, String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException("at least one secret is needed");
    }
    return new WebhookVerifier(Arrays.stream(secrets).map(WebhookVerifier::key).toList(), clock);
  }

  private static SecretKeySpec key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("the secret of a webhook begins with " + PREFIX);
    }
    byte[] bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** A message that is not from Warmline, was changed on its way, or is too old. */
  public static final class NotVerified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotVerified(String why) {
      super(why);
    }
  }

  /**
   * Reads a message that is in order. What an event of its type tells stands in its data, see
   * {@link EventData}.
   *
   * @param header the value of a header by its name, which is in lower case; null if there is none
   * @param body as it came, byte for byte
   * @throws NotVerified if no signature fits, or it was sent more than five minutes ago or ahead
   */
  public WebhookMessage verify(Function<String, @Nullable String> header, byte[] body) {
    String id = required(header, "webhook-id");
    String timestamp = required(header, "webhook-timestamp");
    String signatures = required(header, "webhook-signature");
    requireRecent(timestamp);
    byte[] content = content(id + "." + timestamp + ".", body);
    boolean fits =
        Arrays.stream(signatures.split(" ", -1))
            .filter(one -> one.startsWith("v1,"))
            .map(one -> one.substring("v1,".length()).getBytes(StandardCharsets.US_ASCII))
            .anyMatch(one -> keys.stream().anyMatch(key -> isSignature(one, key, content)));
    if (!fits) {
      throw new NotVerified("no signature of the message fits");
    }
    try {
      return Json.read(body, WebhookMessage.class);
    } catch (IOException e) {
      throw new NotVerified("the message is signed, and is no JSON");
    }
  }

  private static String required(Function<String, @Nullable String> header, String name) {
    String value = header.apply(name);
    if (value == null) {
      throw new NotVerified("the header " + name + " is missing");
    }
    return value;
  }

  private void requireRecent(String timestamp) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0) {
        return;
      }
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw new NotVerified("webhook-timestamp is no time");
    }
    throw new NotVerified("the message was sent more than five minutes ago, or ahead");
  }

  private static byte[] content(String head, byte[] body) {
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private static boolean isSignature(byte[] given, SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return MessageDigest.isEqual(given, Base64.getEncoder().encode(mac.doFinal(content)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks HMAC-SHA256", e);
    }
  }
}
