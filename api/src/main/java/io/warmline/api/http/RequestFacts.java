package io.warmline.api.http;

import io.github.bucket4j.ConsumptionProbe;
import io.warmline.core.Sha256;
import io.warmline.core.tenant.ApiKeys;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known about the request being answered. */
@RequestScoped
public class RequestFacts {

  private Contract.@Nullable Operation operation;
  private ApiKeys.@Nullable Identity caller;
  private @Nullable ConsumptionProbe rateLimit;
  private String method = "";
  private String target = "";
  private @Nullable String idempotencyKey;
  private String bodyDigest = "";

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

  void consumed(ConsumptionProbe probe) {
    this.rateLimit = probe;
  }

  /** SHA-256 of the body, in hexadecimal; empty where there is none. */
  public void carried(String digest) {
    this.bodyDigest = digest;
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

  Optional<ConsumptionProbe> rateLimit() {
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
    return Sha256.of(method + " " + target + "\n" + bodyDigest);
  }
}
