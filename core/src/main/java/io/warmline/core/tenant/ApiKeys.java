package io.warmline.core.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.Sha256;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which programs identify themselves. A key is shown once; only its SHA-256 is kept. A
 * key that was found is believed for a second, so that revoking one is in force on every server
 * before two are over.
 */
@ApplicationScoped
public class ApiKeys {

  /** The scope of those who make and revoke keys. */
  public static final String ADMIN = "keys:admin";

  /** How long a key that was found is believed without looking again. */
  static final Duration BELIEVED = Duration.ofSeconds(1);

  /** How long it is remembered that a key was good. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** How exactly the last use is known: so rarely a key that is in use costs a write. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Jdbi jdbi;
  private final Clock clock;
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

  /**
   * Who a key stands for, and what it may do.
   *
   * @param reach to whose things it is limited
   * @param networks from where it may be used; empty: from anywhere
   * @param suspended whether the tenant is, and all its keys are refused
   */
  public record Identity(
      TenantId tenant,
      UUID key,
      Set<String> scopes,
      Reach reach,
      List<Network> networks,
      Optional<Instant> expiresAt,
      boolean suspended) {

    public Identity {
      scopes = Set.copyOf(scopes);
      networks = List.copyOf(networks);
    }

    private Identity with(boolean tenantIsSuspended) {
      return new Identity(tenant, key, scopes, reach, networks, expiresAt, tenantIsSuspended);
    }
  }

  /** A new key, see {@link KeyText}. */
  public String generate() {
    return KeyText.generate();
  }

  /** Whether it is longer than any key. */
  public static boolean isNoKey(String secret) {
    return KeyText.isTooLong(secret);
  }

  /** Whether this is a key of ours that somebody did not write down rightly. */
  public static boolean isMistyped(String secret) {
    return KeyText.isMistyped(secret);
  }

  /**
   * Registers a key for the current tenant, valid from anywhere and without an end.
   *
   * @param secret the key itself: 20 to 200 visible ASCII characters
   * @throws IllegalArgumentException if it is shorter, longer, or has other characters
   */
  public void register(String name, String secret, Set<String> scopes) {
    transaction.run(() -> add(ApiKey.made(name, ApiKey.Grant.of(scopes), clock.instant()), secret));
  }

  /**
   * Enters a key, in the transaction that is open.
   *
   * @throws IllegalArgumentException if the secret cannot be a key
   */
  public void add(ApiKey key, String secret) {
    KeyText.requireFit(secret);
    sql.update(
        """
        insert into api_key (tenant_id, id, name, key_hash, scopes, client_id, agent_id, networks, rotated_from, created_at, expires_at)
        values (:tenant, :id, :name, decode(:hash, 'hex'), :scopes, :client, :agent, :networks, :from, :now, :expires)
        """,
        u ->
            u.bind("id", key.id().value())
                .bind("name", key.name())
                .bind("hash", Sha256.of(secret))
                .bindArray("scopes", String.class, key.grant().scopes().stream().sorted().toArray())
                .bindByType("client", clientOf(key.grant().reach()), UUID.class)
                .bindByType("agent", agentOf(key.grant().reach()), UUID.class)
                .bindArray("networks", String.class, texts(key.grant().networks()))
                .bindByType("from", key.rotatedFrom().map(KeyId::value).orElse(null), UUID.class)
                .bind("now", key.createdAt())
                .bindByType("expires", key.grant().expiresAt().orElse(null), Instant.class));
  }

  private static @Nullable UUID clientOf(Reach reach) {
    return reach.toClient().map(ClientId::value).orElse(null);
  }

  private static @Nullable UUID agentOf(Reach reach) {
    return reach.toAgent().map(AgentId::value).orElse(null);
  }

  private static Object[] texts(List<Network> networks) {
    return networks.stream().map(Network::toString).toArray();
  }

  /** Lets a key end at this time, unless it ends earlier. */
  public void endAt(KeyId id, Instant end) {
    sql.update(
        """
        update api_key set expires_at = least(expires_at, :end) where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", id.value()).bind("end", end));
  }

  /** A key is not valid any more. One that was revoked before stays so since then. */
  public void revoke(KeyId id, Instant now) {
    sql.update(
        """
        update api_key set revoked_at = coalesce(revoked_at, :now) where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", id.value()).bind("now", now));
  }

  /**
   * Takes back what is limited to somebody who is there no more.
   *
   * @return the keys that were valid until now
   */
  public List<KeyId> revokeAllOf(Reach reach, Instant now) {
    return sql.query(
        """
        update api_key set revoked_at = :now
        where tenant_id = :tenant and (client_id = :client or agent_id = :agent) and revoked_at is null
          and (expires_at is null or expires_at > :now)
        returning id
        """,
        q ->
            q
                .bindByType("client", clientOf(reach), UUID.class)
                .bindByType("agent", agentOf(reach), UUID.class)
                .bind("now", now)
                .mapTo(UUID.class)
                .stream()
                .map(KeyId::new)
                .toList());
  }

  /**
   * A key by its id.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public ApiKey get(KeyId id) {
    return sql.query(
        """
        select id, name, scopes, client_id, agent_id, networks, rotated_from, issuer, subject, created_at, expires_at, revoked_at, last_used_at
        from api_key where tenant_id = :tenant and id = :id
        """,
        q ->
            q.bind("id", id.value())
                .map((rs, ctx) -> key(rs))
                .findOne()
                .orElseThrow(() -> new NotFound("API key", id)));
  }

  /** All keys there were, newest first. */
  public Page<ApiKey> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    return sql.query(
        """
        select id, name, scopes, client_id, agent_id, networks, rotated_from, issuer, subject, created_at, expires_at, revoked_at, last_used_at
        from api_key
        where tenant_id = :tenant and (cast(:after as uuid) is null or id < :after)
        order by id desc limit :limit
        """,
        q ->
            Page.of(
                q.bindByType("after", after == null ? null : after.id(), UUID.class)
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> key(rs))
                    .list(),
                paging.limit(),
                key -> new Cursor("", key.id().value())));
  }

  /**
   * The keys that may make and revoke others at this time. None changes until the transaction ends.
   * People are none of them: what they may do is for their provider to say.
   */
  public Set<KeyId> lockAdmins(Instant now) {
    return sql.query(
        """
        select id from api_key
        where tenant_id = :tenant and :admin = any(scopes) and revoked_at is null and subject is null
          and (expires_at is null or expires_at > :now)
        order by id for update
        """,
        q ->
            Set.copyOf(
                q.bind("admin", ADMIN).bind("now", now).mapTo(UUID.class).stream()
                    .map(KeyId::new)
                    .toList()));
  }

  private static ApiKey key(ResultSet rs) throws SQLException {
    return new ApiKey(
        new KeyId(rs.getObject("id", UUID.class)),
        rs.getString("name"),
        new ApiKey.Grant(
            Set.copyOf(strings(rs, "scopes")), reach(rs), networks(rs), instant(rs, "expires_at")),
        Optional.ofNullable(rs.getObject("rotated_from", UUID.class)).map(KeyId::new),
        person(rs),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(rs, "revoked_at"),
        instant(rs, "last_used_at"));
  }

  private static Optional<OpenIdSubject> person(ResultSet rs) throws SQLException {
    String issuer = rs.getString("issuer");
    return Optional.ofNullable(rs.getString("subject"))
        .map(subject -> new OpenIdSubject(issuer, subject));
  }

  private static Reach reach(ResultSet rs) throws SQLException {
    return Reach.of(
        Optional.ofNullable(rs.getObject("client_id", UUID.class)).map(ClientId::new),
        Optional.ofNullable(rs.getObject("agent_id", UUID.class)).map(AgentId::new));
  }

  private static List<Network> networks(ResultSet rs) throws SQLException {
    return strings(rs, "networks").stream().map(Network::parse).toList();
  }

  private static List<String> strings(ResultSet rs, String column) throws SQLException {
    return Arrays.asList((String[]) rs.getArray(column).getArray());
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    @Nullable OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  /**
   * Whose key this is; empty if it is unknown, expired or revoked. Of those who show the same key
   * at once one looks it up.
   */
  public Optional<Identity> authenticate(String secret) {
    if (KeyText.isMistyped(secret)) {
      return Optional.empty();
    }
    String hash = Sha256.of(secret);
    Optional<Identity> identity =
        Optional.ofNullable(found.get(hash, this::lookUp))
            .filter(id -> id.expiresAt().filter(end -> !end.isAfter(clock.instant())).isEmpty());
    identity.ifPresent(id -> good.put(hash, true));
    return identity;
  }

  /** Whether this key was good within the last hour; it may have been revoked since. */
  public boolean wasGood(String secret) {
    return good.getIfPresent(Sha256.of(secret)) != null;
  }

  /** Remembers that something else that is shown at the door was good: a token of a person. */
  public void rememberGood(String secret) {
    good.put(Sha256.of(secret), true);
  }

  private @Nullable Identity lookUp(String hash) {
    return QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(h -> find(h, hash)));
  }

  private record Found(Identity identity, Optional<Instant> lastUsedAt) {}

  private @Nullable Identity find(Handle handle, String hash) {
    LocalSettings.of("app.presented_key", hash).make(handle);
    Instant now = clock.instant();
    Optional<Found> one =
        handle
            .createQuery(
                """
                select tenant_id, id, scopes, client_id, agent_id, networks, expires_at, last_used_at from api_key
                where key_hash = decode(:hash, 'hex') and subject is null and revoked_at is null
                  and (expires_at is null or expires_at > :now)
                """)
            .bind("hash", hash)
            .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .map((rs, ctx) -> new Found(identity(rs), instant(rs, "last_used_at")))
            .findOne();
    one.ifPresent(
        f -> LocalSettings.of("app.tenant", f.identity().tenant().toString()).make(handle));
    one.filter(f -> f.lastUsedAt().filter(at -> at.isAfter(now.minus(NOTED))).isEmpty())
        .ifPresent(f -> noteUse(handle, f.identity(), now));
    return one.map(f -> f.identity().with(isSuspended(handle, f.identity()))).orElse(null);
  }

  /** Asked for with the key, and believed as long. */
  private static boolean isSuspended(Handle handle, Identity identity) {
    return handle
        .createQuery("select suspended_at is not null from tenant where id = :tenant")
        .bind("tenant", identity.tenant().value())
        .mapTo(Boolean.class)
        .one();
  }

  private static Identity identity(ResultSet rs) throws SQLException {
    return new Identity(
        new TenantId(rs.getObject("tenant_id", UUID.class)),
        rs.getObject("id", UUID.class),
        Set.copyOf(strings(rs, "scopes")),
        reach(rs),
        networks(rs),
        instant(rs, "expires_at"),
        false);
  }

  /** Whoever is about to change the key is not waited for. */
  private static void noteUse(Handle handle, Identity identity, Instant now) {
    handle
        .createUpdate(
            """
            update api_key k set last_used_at = :now
            where k.tenant_id = :tenant and k.id = (
              select o.id from api_key o where o.tenant_id = :tenant and o.id = :id for update skip locked)
            """)
        .bind("tenant", identity.tenant().value())
        .bind("id", identity.key())
        .bind("now", now)
        .execute();
  }
}
