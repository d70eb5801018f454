package io.warmline.api.resource;

import io.warmline.api.contract.KeysApi;
import io.warmline.api.contract.model.ApiKeyDto;
import io.warmline.api.contract.model.ApiKeyMadeDto;
import io.warmline.api.contract.model.ApiKeyPageDto;
import io.warmline.api.contract.model.NewApiKeyDto;
import io.warmline.api.contract.model.RotateApiKeyDto;
import io.warmline.api.http.Contract;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.Page;
import io.warmline.core.id.KeyId;
import io.warmline.core.key.ManageKeys;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class ApiKeysResource implements KeysApi {

  private final ApiKeys keys;
  private final ManageKeys manageKeys;
  private final Contract contract;
  private final RequestFacts facts;
  private final Cursors cursors;
  private final Clock clock;

  ApiKeysResource(
      ApiKeys keys,
      ManageKeys manageKeys,
      Contract contract,
      RequestFacts facts,
      Cursors cursors,
      Clock clock) {
    this.keys = keys;
    this.manageKeys = manageKeys;
    this.contract = contract;
    this.facts = facts;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public RestResponse<ApiKeyMadeDto> createApiKey(
      NewApiKeyDto dto, @Nullable String idempotencyKey) {
    return made(
        manageKeys.create(
            dto.getName(),
            ApiKeyMapper.grant(dto, contract.allScopes(), contract::scopesFor),
            facts.maker()));
  }

  @Override
  public RestResponse<ApiKeyMadeDto> rotateApiKey(
      UUID keyId, RotateApiKeyDto dto, @Nullable String idempotencyKey) {
    Duration overlap = Duration.ofMinutes(dto.getOverlapMinutes());
    return made(manageKeys.rotate(new KeyId(keyId), overlap, facts.maker()));
  }

  private RestResponse<ApiKeyMadeDto> made(ManageKeys.IssuedKey made) {
    return ResponseBuilder.<ApiKeyMadeDto>create(RestResponse.Status.CREATED)
        .entity(ApiKeyMapper.made(made, clock.instant()))
        .header("Location", "/v1/api-keys/" + made.key().id())
        .build();
  }

  @Override
  public RestResponse<ApiKeyDto> revokeApiKey(UUID keyId, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        ApiKeyMapper.key(manageKeys.revoke(new KeyId(keyId), facts.key()), clock.instant()));
  }

  @Override
  public RestResponse<ApiKeyDto> getApiKey(UUID keyId) {
    return RestResponse.ok(ApiKeyMapper.key(keys.get(new KeyId(keyId)), clock.instant()));
  }

  @Override
  public RestResponse<ApiKeyPageDto> listApiKeys(Integer limit, @Nullable String cursor) {
    Page<ApiKey> page = keys.list(cursors.paging(limit, cursor));
    Instant now = clock.instant();
    return RestResponse.ok(
        new ApiKeyPageDto()
            .items(page.items().stream().map(key -> ApiKeyMapper.key(key, now)).toList())
            .nextCursor(cursors.text(page.next())));
  }
}
