package io.warmline.api.resource;

import io.warmline.api.contract.TenantsApi;
import io.warmline.api.contract.model.NewTenantDto;
import io.warmline.api.contract.model.OperatorActionPageDto;
import io.warmline.api.contract.model.TenantDeletedDto;
import io.warmline.api.contract.model.TenantDto;
import io.warmline.api.contract.model.TenantMadeDto;
import io.warmline.api.contract.model.TenantPageDto;
import io.warmline.api.http.Contract;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.OperatorRequests;
import io.warmline.api.http.OperatorRequests.Done;
import io.warmline.core.Page;
import io.warmline.core.id.TenantId;
import io.warmline.core.operator.ManageTenants;
import io.warmline.core.operator.OperatorAction;
import io.warmline.core.operator.OperatorLog;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Tenant;
import io.warmline.core.tenant.TenantBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the operator does with tenants; each by itself in a transaction of the operator's. */
@ApplicationScoped
public class TenantsResource implements TenantsApi {

  private final OperatorRequests requests;
  private final ManageTenants manage;
  private final TenantBook book;
  private final OperatorLog log;
  private final TenantFiles files;
  private final CurrentTenant current;
  private final Contract contract;
  private final Cursors cursors;
  private final Clock clock;

  TenantsResource(
      OperatorRequests requests,
      ManageTenants manage,
      TenantBook book,
      OperatorLog log,
      TenantFiles files,
      CurrentTenant current,
      Contract contract,
      Cursors cursors,
      Clock clock) {
    this.requests = requests;
    this.manage = manage;
    this.book = book;
    this.log = log;
    this.files = files;
    this.current = current;
    this.contract = contract;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public RestResponse<TenantMadeDto> createTenant(
      NewTenantDto dto, @Nullable String idempotencyKey) {
    return requests.once(
        () -> {
          ManageTenants.NewTenant made = manage.create(dto.getName(), contract.allScopes());
          return done(
              made.tenant(),
              ResponseBuilder.<TenantMadeDto>create(RestResponse.Status.CREATED)
                  .entity(TenantMapper.made(made, clock.instant()))
                  .header("Location", "/v1/tenants/" + made.tenant().id())
                  .build());
        });
  }

  @Override
  public RestResponse<TenantPageDto> listTenants(Integer limit, @Nullable String cursor) {
    Page<Tenant> page = requests.read(() -> book.list(cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new TenantPageDto()
            .items(page.items().stream().map(TenantMapper::tenant).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<TenantDto> getTenant(UUID tenantId) {
    TenantId id = new TenantId(tenantId);
    return RestResponse.ok(TenantMapper.tenant(requests.read(() -> book.get(id))));
  }

  @Override
  public RestResponse<TenantDto> suspendTenant(UUID tenantId, @Nullable String idempotencyKey) {
    return requests.once(() -> shown(manage.suspend(new TenantId(tenantId))));
  }

  @Override
  public RestResponse<TenantDto> resumeTenant(UUID tenantId, @Nullable String idempotencyKey) {
    return requests.once(() -> shown(manage.resume(new TenantId(tenantId))));
  }

  private static Done<TenantDto> shown(Tenant tenant) {
    return done(tenant, RestResponse.ok(TenantMapper.tenant(tenant)));
  }

  private static <T> Done<T> done(Tenant tenant, RestResponse<T> answer) {
    return new Done<>(tenant.id(), tenant.name(), Map.of(), answer);
  }

  @Override
  public RestResponse<TenantDeletedDto> deleteTenant(UUID tenantId, String name) {
    return requests.once(
        ManageTenants.DELETION_TAKES,
        () -> {
          ManageTenants.Deleted gone = manage.delete(new TenantId(tenantId), name);
          return new Done<>(
              gone.tenant().id(),
              gone.tenant().name(),
              gone.rows(),
              RestResponse.ok(TenantMapper.deleted(gone)));
        });
  }

  /** It is on record before it is sent. */
  @Override
  public RestResponse<InputStream> exportTenant(UUID tenantId) {
    TenantId id = new TenantId(tenantId);
    Tenant tenant = requests.read(() -> book.get(id));
    current.enter(id);
    InputStream file = files.of(id);
    return requests.once(() -> done(tenant, RestResponse.ok(file)));
  }

  @Override
  public RestResponse<OperatorActionPageDto> listOperatorActions(
      Integer limit, @Nullable String cursor) {
    Page<OperatorAction> page = requests.read(() -> log.list(cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new OperatorActionPageDto()
            .items(page.items().stream().map(TenantMapper::action).toList())
            .nextCursor(cursors.text(page.next())));
  }
}
