package io.warmline.api.http;

import io.warmline.core.Sha256;
import io.warmline.core.id.KeyId;
import io.warmline.core.key.ManageKeys;
import io.warmline.core.reach.Named;
import io.warmline.core.tenant.ApiKeys;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known about the request being answered. */
@RequestScoped
public class RequestFacts {

  private Contract.@Nullable Operation operation;
  private ApiKeys.@Nullable Identity caller;
  private RateLimits.@Nullable Use rateLimit;
  private String method = "";
  private String target = "";
  private @Nullable String idempotencyKey;
  private String bodyDigest = "";
  private String credential = "";
  private String address = "";
  private String scheme = "";
  private String requestId = "";
  private boolean onRecord;
  private List<Named> named = List.of();
  private byte[] body = {};

  void began(
      Contract.Operation requested, String httpMethod, String pathAndQuery, @Nullable String key) {
    this.operation = requested;
    this.method = httpMethod;
    this.target = pathAndQuery;
    this.idempotencyKey = key;
  }

  void cameFrom(ApiKeys.Identity identity) {
    this.caller = identity;
  }

  /** From which address it came, and the id of the request. */
  void came(String from, String id) {
    this.address = from;
    this.requestId = id;
  }

  /** By which scheme the caller reached this server, where that is not the one of the request. */
  void cameBy(String theirs) {
    this.scheme = theirs;
  }

  Optional<String> scheme() {
    return Optional.of(scheme).filter(known -> !known.isEmpty());
  }

  /** From which address it came; empty if that is not known. */
  Optional<String> address() {
    return Optional.of(address).filter(known -> !known.isEmpty());
  }

  String requestId() {
    return requestId;
  }

  /** The path as it was asked for, without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** It is in the audit log. */
  void putOnRecord() {
    this.onRecord = true;
  }

  boolean isOnRecord() {
    return onRecord;
  }

  /** The key itself, by which answers with secrets are sealed. */
  void showed(String secret) {
    this.credential = secret;
  }

  String credential() {
    return credential;
  }

  void used(RateLimits.Use use) {
    this.rateLimit = use;
  }

  /** What path and query name, where the key is limited. */
  void named(List<Named> things) {
    this.named = List.copyOf(things);
  }

  List<Named> named() {
    return named;
  }

  /** SHA-256 of a file, in hexadecimal. */
  public void carried(String digest) {
    this.bodyDigest = digest;
  }

  /** The body itself, where it is no file. */
  void carried(byte[] bytes) {
    this.body = bytes;
  }

  /** The body, to explain what is wrong with it; empty if it was not read. */
  byte[] body() {
    return body;
  }

  Contract.Operation operation() {
    return Objects.requireNonNull(operation, "no operation was matched");
  }

  Optional<Contract.Operation> matched() {
    return Optional.ofNullable(operation);
  }

  Optional<ApiKeys.Identity> caller() {
    return Optional.ofNullable(caller);
  }

  /** The id of the key by which the caller came. */
  public Optional<UUID> keyId() {
    return caller().map(ApiKeys.Identity::key);
  }

  /** When what the caller has shown ends by itself; empty: it does not. */
  public Optional<Instant> validUntil() {
    return caller().flatMap(ApiKeys.Identity::expiresAt);
  }

  /** Whoever calls, as one who makes keys. */
  public ManageKeys.Maker maker() {
    return new ManageKeys.Maker(key(), caller().map(ApiKeys.Identity::scopes).orElseGet(Set::of));
  }

  /**
   * The key by which the caller came, where the operation needs one.
   *
   * @throws IllegalStateException if the operation is open
   */
  public KeyId key() {
    return keyId()
        .map(KeyId::new)
        .orElseThrow(() -> new IllegalStateException("nobody has shown a key"));
  }

  /**
   * Refuses a caller whose key may do less than this.
   *
   * @throws HttpProblem MISSING_SCOPE, with what it lacks
   */
  public void requireScopes(Set<String> needed) {
    Set<String> missing = new TreeSet<>(needed);
    caller().ifPresent(identity -> missing.removeAll(identity.scopes()));
    if (!missing.isEmpty()) {
      throw HttpProblem.of(
          ProblemKind.MISSING_SCOPE,
          "This operation needs the scope " + String.join(", ", missing) + ".");
    }
  }

  Optional<RateLimits.Use> rateLimit() {
    return Optional.ofNullable(rateLimit);
  }

  Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  boolean isWrite() {
    return method.equals("POST") || method.equals("PATCH");
  }

  /** What tells this request from another: method, target and body. */
  String fingerprint() {
    String digest = body.length == 0 ? bodyDigest : Sha256.of(CanonicalJson.of(body));
    return Sha256.of(method + " " + target + "\n" + digest);
  }
}
