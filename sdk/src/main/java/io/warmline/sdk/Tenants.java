package io.warmline.sdk;

import io.warmline.sdk.model.NewTenant;
import io.warmline.sdk.model.OperatorAction;
import io.warmline.sdk.model.OperatorActionPage;
import io.warmline.sdk.model.Tenant;
import io.warmline.sdk.model.TenantDeleted;
import io.warmline.sdk.model.TenantMade;
import io.warmline.sdk.model.TenantPage;
import java.io.InputStream;
import java.util.UUID;

/**
 * The firms that use a server, for whoever runs it. The client is made with the operator's key,
 * which opens this and nothing else.
 */
public final class Tenants {
  private static final String ALL = "/v1/tenants";
  private static final String ONE = "/v1/tenants/{tenantId}";

  private final Transport transport;

  Tenants(Transport transport) {
    this.transport = transport;
  }

  /** Makes a tenant. Its first key is in the answer alone; see {@link TenantMade#getFirstKey}. */
  public TenantMade createTenant(NewTenant tenant, RequestOption... options) {
    return transport.value(Request.post(ALL).json(tenant).with(options), TenantMade.class);
  }

  /** Lists all tenants, newest first. */
  public Page<Tenant> listTenants(RequestOption... options) {
    return listTenants(Paging.all(), options);
  }

  /** Lists all tenants, newest first. */
  public Page<Tenant> listTenants(Paging paging, RequestOption... options) {
    TenantPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), TenantPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listTenants(paging.cursor(cursor), options));
  }

  /** Reads what the server knows of a tenant itself. */
  public Tenant getTenant(UUID tenantId, RequestOption... options) {
    return transport.value(Request.get(ONE, tenantId).with(options), Tenant.class);
  }

  /** Lets a tenant rest: within two seconds its keys are refused. Nothing of it is lost. */
  public Tenant suspendTenant(UUID tenantId, RequestOption... options) {
    return transport.value(Request.post(ONE + "/suspend", tenantId).with(options), Tenant.class);
  }

  /** Lets a tenant go on where it stopped. */
  public Tenant resumeTenant(UUID tenantId, RequestOption... options) {
    return transport.value(Request.post(ONE + "/resume", tenantId).with(options), Tenant.class);
  }

  /** Reads everything that a tenant has, as a ZIP file. The caller closes it. */
  public InputStream exportTenant(UUID tenantId, RequestOption... options) {
    Request request = Request.get(ONE + "/archive", tenantId).accept("application/zip");
    return transport.send(request.with(options)).file("application/zip");
  }

  /**
   * Deletes a suspended tenant and all that it has. There is no way back.
   *
   * @param name that of the tenant, so that it is meant
   * @throws ConflictException if it is not suspended
   * @throws InvalidRequestException if it has another name
   */
  public TenantDeleted deleteTenant(UUID tenantId, String name, RequestOption... options) {
    Request request = Request.delete(ONE, tenantId).query(Query.NONE.with("name", name));
    return transport.value(request.with(options), TenantDeleted.class);
  }

  /** Lists what the operator did, newest first. */
  public Page<OperatorAction> listOperatorActions(Paging paging, RequestOption... options) {
    OperatorActionPage page =
        transport.value(
            Request.get("/v1/operator-actions").query(paging.query()).with(options),
            OperatorActionPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listOperatorActions(paging.cursor(cursor), options));
  }
}
