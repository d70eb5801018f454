package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.ApiKeyDto;
import io.warmline.api.contract.model.ApiKeyMadeDto;
import io.warmline.api.contract.model.ApiKeyStatusDto;
import io.warmline.api.contract.model.NewApiKeyDto;
import io.warmline.api.contract.model.OpenIdPersonDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.KeyId;
import io.warmline.core.key.ManageKeys;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.Network;
import io.warmline.core.tenant.OpenIdSubject;
import io.warmline.core.tenant.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** API keys between the contract and the domain. */
final class ApiKeyMapper {

  private ApiKeyMapper() {}

  /**
   * What is asked for.
   *
   * @param known all scopes there are
   * @param usable those that are of use to a key that is so limited
   */
  static ApiKey.Grant grant(
      NewApiKeyDto dto, Set<String> known, Function<Reach, Set<String>> usable) {
    List<String> scopes = dto.getScopes();
    Reach reach = reach(dto);
    for (String scope : scopes) {
      if (!known.contains(scope)) {
        throw new InvalidValue(
            "/scopes/" + scopes.indexOf(scope),
            "UNKNOWN_SCOPE",
            "is no scope" + Nearest.hint(scope, known));
      }
      if (!usable.apply(reach).contains(scope)) {
        throw new InvalidValue(
            "/scopes/" + scopes.indexOf(scope),
            "CANNOT_BE_LIMITED",
            "is of operations that cannot be limited to a client or an agent");
      }
    }
    return new ApiKey.Grant(
        Set.copyOf(scopes),
        reach,
        networks(dto.getNetworks()),
        Values.instant(dto.getExpiresAt(), "/expiresAt"));
  }

  private static Reach reach(NewApiKeyDto dto) {
    if (dto.getClientId() != null && dto.getAgentId() != null) {
      throw new InvalidValue(
          "/agentId", "ONE_LIMIT", "a key is limited to a client or to an agent, not to both");
    }
    return Reach.of(
        Optional.ofNullable(dto.getClientId()).map(ClientId::new),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new));
  }

  private static List<Network> networks(@Nullable List<String> texts) {
    List<Network> networks = new ArrayList<>();
    for (String text : texts == null ? List.<String>of() : texts) {
      try {
        networks.add(Network.parse(text));
      } catch (WarmlineException e) {
        throw new InvalidValue(
            "/networks/" + networks.size(), "INVALID_NETWORK", String.valueOf(e.getMessage()));
      }
    }
    return networks;
  }

  static ApiKeyDto key(ApiKey key, Instant now) {
    return new ApiKeyDto()
        .id(key.id().value())
        .name(key.name())
        .scopes(scopes(key))
        .clientId(key.grant().reach().toClient().map(ClientId::value).orElse(null))
        .agentId(key.grant().reach().toAgent().map(AgentId::value).orElse(null))
        .networks(key.grant().networks().stream().map(Network::toString).toList())
        .status(status(key, now))
        .person(key.person().map(ApiKeyMapper::person).orElse(null))
        .rotatedFrom(key.rotatedFrom().map(KeyId::value).orElse(null))
        .createdAt(utc(key.createdAt()))
        .expiresAt(utc(key.grant().expiresAt()))
        .revokedAt(utc(key.revokedAt()))
        .lastUsedAt(utc(key.lastUsedAt()));
  }

  static OpenIdPersonDto person(OpenIdSubject person) {
    return new OpenIdPersonDto().issuer(person.issuer()).subject(person.subject());
  }

  static ApiKeyMadeDto made(ManageKeys.IssuedKey made, Instant now) {
    return made(made.key(), made.secret(), now);
  }

  static ApiKeyMadeDto made(ApiKey made, String secret, Instant now) {
    ApiKeyDto key = key(made, now);
    return new ApiKeyMadeDto()
        .id(key.getId())
        .name(key.getName())
        .scopes(key.getScopes())
        .clientId(key.getClientId())
        .agentId(key.getAgentId())
        .networks(key.getNetworks())
        .status(key.getStatus())
        .rotatedFrom(key.getRotatedFrom())
        .createdAt(key.getCreatedAt())
        .expiresAt(key.getExpiresAt())
        .secret(secret);
  }

  private static ApiKeyStatusDto status(ApiKey key, Instant now) {
    if (key.revokedAt().isPresent()) {
      return ApiKeyStatusDto.REVOKED;
    }
    return key.isActive(now) ? ApiKeyStatusDto.ACTIVE : ApiKeyStatusDto.EXPIRED;
  }

  private static List<String> scopes(ApiKey key) {
    return key.grant().scopes().stream().sorted().toList();
  }
}
