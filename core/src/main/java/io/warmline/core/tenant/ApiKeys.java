package io.warmline.core.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.Sha256;
import io.warmline.core.id.Ids;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys by which programs identify themselves. A key is shown once; only its SHA-256 is kept. A
 * key that was found is believed for a few seconds, so revoking one takes that long.
 */
@ApplicationScoped
public class ApiKeys {

  /** How long a key that was found is believed without looking again. */
  static final Duration BELIEVED = Duration.ofSeconds(10);

  /** How long it is remembered that a key was good. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 200;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Jdbi jdbi;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Identity> found =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

  /** Digests only, and so many at the most: what a stranger sends is never kept. */
  private final Cache<String, Boolean> good =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  ApiKeys(TenantTransaction transaction, TenantSql sql, Jdbi jdbi, Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Who a key stands for, and what it may do. */
  public record Identity(TenantId tenant, UUID key, Set<String> scopes) {

    public Identity {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * A new key of the form {@code wl_live_…}: a random part and a checksum by which scanners
   * recognise leaked keys.
   */
  public String generate() {
    StringBuilder secret = new StringBuilder("wl_live_");
    for (int i = 0; i < SECRET_LENGTH; i++) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    CRC32 crc = new CRC32();
    crc.update(secret.toString().getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      secret.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return secret.toString();
  }

  /**
   * Registers a key for the current tenant.
   *
   * @param secret the key itself: 20 to 200 visible ASCII characters
   * @throws IllegalArgumentException if it is shorter, longer, or has other characters
   */
  public void register(String name, String secret, Set<String> scopes) {
    requireFit(secret);
    transaction.run(
        () ->
            sql.update(
                """
                insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)
                values (:tenant, :id, :name, decode(:hash, 'hex'), :scopes, :now)
                """,
                u ->
                    u.bind("id", Ids.next())
                        .bind("name", name)
                        .bind("hash", Sha256.of(secret))
                        .bindArray("scopes", String.class, scopes.stream().sorted().toArray())
                        .bind("now", clock.instant())));
  }

  static void requireFit(String secret) {
    boolean visible = secret.chars().allMatch(c -> c > ' ' && c < 127);
    if (secret.length() < SHORTEST || secret.length() > LONGEST || !visible) {
      throw new IllegalArgumentException("an API key has 20 to 200 visible ASCII characters");
    }
  }

  /** Whose key this is; empty if it is unknown, expired or revoked. */
  public Optional<Identity> authenticate(String secret) {
    String hash = Sha256.of(secret);
    Identity known = found.getIfPresent(hash);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Identity> identity = QuarkusTransaction.requiringNew().call(() -> find(hash));
    identity.ifPresent(
        id -> {
          found.put(hash, id);
          good.put(hash, true);
        });
    return identity;
  }

  /** Whether this key was good within the last hour; it may have been revoked since. */
  public boolean wasGood(String secret) {
    return good.getIfPresent(Sha256.of(secret)) != null;
  }

  private Optional<Identity> find(String hash) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery("select set_config('app.presented_key', :hash, true)")
              .bind("hash", hash)
              .mapTo(String.class)
              .one();
          return handle
              .createQuery(
                  """
                  select tenant_id, id, scopes, expires_at from api_key
                  where key_hash = decode(:hash, 'hex') and revoked_at is null
                    and (expires_at is null or expires_at > :now)
                  """)
              .bind("hash", hash)
              .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
              .map(
                  (rs, ctx) ->
                      new Identity(
                          new TenantId(rs.getObject("tenant_id", UUID.class)),
                          rs.getObject("id", UUID.class),
                          Set.copyOf(Arrays.asList((String[]) rs.getArray("scopes").getArray()))))
              .findOne();
        });
  }
}
