package io.warmline.api.resource;

import io.warmline.api.contract.RegistriesApi;
import io.warmline.api.contract.model.RegistryPageDto;
import io.warmline.api.contract.model.SuppressionImportDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.Page;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.RegistryId;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.registry.GiveUpRegistry;
import io.warmline.core.registry.ReceiveRegistry;
import io.warmline.core.registry.Registries;
import io.warmline.core.registry.Registry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.RegistryImports;
import io.warmline.core.registry.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Do-not-call registries. Files are streamed, so that importing one does not run in one transaction
 * as other operations do: a file is received first, and only what lets it come into force is.
 */
@ApplicationScoped
public class RegistriesResource implements RegistriesApi {

  private static final int LOOK_AGAIN_SECONDS = 1;

  private final Idempotency idempotency;
  private final RequestFacts facts;
  private final ReceiveRegistry receiveRegistry;
  private final RegistryImports imports;
  private final Registries registries;
  private final GiveUpRegistry giveUpRegistry;
  private final Cursors cursors;
  private final Clock clock;

  RegistriesResource(
      Idempotency idempotency,
      RequestFacts facts,
      ReceiveRegistry receiveRegistry,
      RegistryImports imports,
      Registries registries,
      GiveUpRegistry giveUpRegistry,
      Cursors cursors,
      Clock clock) {
    this.idempotency = idempotency;
    this.facts = facts;
    this.receiveRegistry = receiveRegistry;
    this.imports = imports;
    this.registries = registries;
    this.giveUpRegistry = giveUpRegistry;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public RestResponse<SuppressionImportDto> importSuppressions(
      String registry,
      String jurisdiction,
      String asOf,
      InputStream body,
      @Nullable String country,
      Boolean allowOutdated,
      @Nullable String idempotencyKey) {
    RegistryImport.Request request =
        new RegistryImport.Request(
            registry,
            Territory.of(jurisdiction),
            Values.day(asOf, "asOf", clock.instant()),
            Optional.ofNullable(country).map(code -> Values.country(code, "country")),
            allowOutdated);
    ReceiveRegistry.Received received = receiveRegistry.receive(request, body);
    facts.carried(received.sha256());
    try {
      return idempotency.once(() -> accepted(receiveRegistry.enqueue(received)));
    } catch (RuntimeException e) {
      receiveRegistry.discard(received.id());
      throw e;
    }
  }

  private static RestResponse<SuppressionImportDto> accepted(RegistryImport job) {
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, RegistryMapper.job(job))
        .header("Location", "/v1/suppressions/imports/" + job.id())
        .header("Retry-After", LOOK_AGAIN_SECONDS)
        .build();
  }

  @Override
  public RestResponse<SuppressionImportDto> getSuppressionImport(UUID importId) {
    RegistryImport job = idempotency.once(() -> imports.get(new ImportId(importId)));
    ResponseBuilder<SuppressionImportDto> response = ResponseBuilder.ok(RegistryMapper.job(job));
    boolean goesOn = job.status() == ImportStatus.QUEUED || job.status() == ImportStatus.RUNNING;
    return goesOn ? response.header("Retry-After", LOOK_AGAIN_SECONDS).build() : response.build();
  }

  @Override
  public RestResponse<RegistryPageDto> listRegistries(Integer limit, @Nullable String cursor) {
    Instant now = clock.instant();
    Page<Registry> page = idempotency.once(() -> registries.list(cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new RegistryPageDto()
            .items(page.items().stream().map(r -> RegistryMapper.registry(r, now)).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<Void> deleteRegistry(UUID registryId) {
    idempotency.once(
        () -> {
          giveUpRegistry.giveUp(new RegistryId(registryId), facts.keyId());
          return true;
        });
    return RestResponse.noContent();
  }
}
