package io.warmline.api.openid;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which the provider signs, as it publishes them. One thread at a time asks for them,
 * and nobody else waits: who needs them meanwhile is told to come again. However many tokens are
 * shown that are signed by keys nobody knows, the provider is asked no more than every {@link
 * #APART}.
 */
final class ProviderKeys {

  /** After that they are asked for again, while the ones known are still believed. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /**
   * As long they are believed while the provider is away. Whoever cannot ask it gets no new tokens
   * either, and those there are seldom last longer.
   */
  static final Duration BELIEVED = Duration.ofHours(1);

  /** The provider is asked no more often. */
  static final Duration APART = Duration.ofSeconds(15);

  private static final Logger LOG = Logger.getLogger(ProviderKeys.class);
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int MOST_KEYS = 100;

  private final String issuer;
  private final boolean http;
  private final SmallAnswers answers;
  private final LongSupplier nanos;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Published known;
  private volatile @Nullable Long askedAt;
  private volatile boolean away;

  /**
   * @param http whether addresses may be http
   * @param nanos a clock that only goes on, in nanoseconds
   */
  ProviderKeys(String issuer, boolean http, SmallAnswers answers, LongSupplier nanos) {
    this.issuer = issuer;
    this.http = http;
    this.answers = answers;
    this.nanos = nanos;
  }

  private record Published(List<JsonWebKey> keys, long at) {}

  /**
   * Those that are known.
   *
   * @throws ProviderAway if none are, or they are too old
   */
  List<JsonWebKey> current() {
    Published now = known;
    if (now == null || isOlder(now.at(), BELIEVED)) {
      ask();
      now = known;
    } else if (isOlder(now.at(), FRESH) && mayAsk()) {
      ForkJoinPool.commonPool().execute(this::ask);
    }
    if (now == null || isOlder(now.at(), BELIEVED)) {
      throw new ProviderAway(untilNext());
    }
    return now.keys();
  }

  /**
   * Those that are published now, if it is not too soon to ask; else those that are known.
   *
   * @throws ProviderAway as {@link #current}
   */
  List<JsonWebKey> latest() {
    ask();
    return current();
  }

  private boolean isOlder(long at, Duration age) {
    return nanos.getAsLong() - at > age.toNanos();
  }

  private boolean mayAsk() {
    Long before = askedAt;
    return before == null || isOlder(before, APART);
  }

  private Duration untilNext() {
    Long before = askedAt;
    return before == null
        ? Duration.ofSeconds(1)
        : APART.minusNanos(nanos.getAsLong() - before).plusSeconds(1);
  }

  /** Asks the provider, unless somebody does already or has just done so. */
  private void ask() {
    if (!mayAsk() || !asking.tryLock()) {
      return;
    }
    try {
      if (mayAsk()) {
        askedAt = nanos.getAsLong();
        known = new Published(published(), nanos.getAsLong());
        if (away) {
          LOG.infof("The provider of OpenID Connect at %s tells its keys again.", issuer);
        }
        away = false;
      }
    } catch (IOException | JoseException | RuntimeException e) {
      if (!away) {
        LOG.warnf(
            "The provider of OpenID Connect at %s does not tell its keys: %s. Its tokens are answered"
                + " 503 once those that are known are an hour old; API keys work as ever.",
            issuer, shown(e));
      }
      away = true;
    } finally {
      asking.unlock();
    }
  }

  /** What a provider says is anybody's text. */
  private static String shown(Exception failure) {
    String text = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private List<JsonWebKey> published() throws IOException, JoseException {
    URI discovery = URI.create(issuer.replaceFirst("/$", "") + DISCOVERY);
    Map<String, Object> said = JsonUtil.parseJson(answers.get(discovery));
    if (!issuer.equals(said.get("issuer"))) {
      throw new IOException("it calls itself by another issuer in " + discovery);
    }
    URI address = URI.create(String.valueOf(said.get("jwks_uri")));
    if (!OpenIdSettings.isSafe(address, http)) {
      throw new IOException("jwks_uri in " + discovery + " is no https address");
    }
    List<JsonWebKey> keys =
        new JsonWebKeySet(answers.get(address))
            .getJsonWebKeys().stream()
                .filter(
                    key -> key instanceof RsaJsonWebKey || key instanceof EllipticCurveJsonWebKey)
                .limit(MOST_KEYS)
                .toList();
    if (keys.isEmpty()) {
      throw new IOException("there is no key that signs at " + address);
    }
    return keys;
  }
}
