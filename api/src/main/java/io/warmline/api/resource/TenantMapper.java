package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.DeletedRowsDto;
import io.warmline.api.contract.model.OperatorActionDto;
import io.warmline.api.contract.model.TenantDeletedDto;
import io.warmline.api.contract.model.TenantDto;
import io.warmline.api.contract.model.TenantMadeDto;
import io.warmline.api.contract.model.TenantStatusDto;
import io.warmline.core.operator.ManageTenants;
import io.warmline.core.operator.OperatorAction;
import io.warmline.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tenants between the contract and the domain. */
final class TenantMapper {

  private TenantMapper() {}

  static TenantDto tenant(Tenant tenant) {
    return new TenantDto()
        .id(tenant.id().value())
        .name(tenant.name())
        .status(status(tenant))
        .createdAt(utc(tenant.createdAt()))
        .suspendedAt(utc(tenant.suspendedAt()));
  }

  private static TenantStatusDto status(Tenant tenant) {
    return tenant.isSuspended() ? TenantStatusDto.SUSPENDED : TenantStatusDto.ACTIVE;
  }

  static TenantMadeDto made(ManageTenants.NewTenant made, Instant now) {
    Tenant tenant = made.tenant();
    return new TenantMadeDto()
        .id(tenant.id().value())
        .name(tenant.name())
        .status(status(tenant))
        .createdAt(utc(tenant.createdAt()))
        .firstKey(ApiKeyMapper.made(made.key(), made.secret(), now));
  }

  static TenantDeletedDto deleted(ManageTenants.Deleted gone) {
    return new TenantDeletedDto()
        .id(gone.tenant().id().value())
        .name(gone.tenant().name())
        .deletedAt(utc(gone.at()))
        .rows(gone.total())
        .tables(tables(gone.rows()));
  }

  static OperatorActionDto action(OperatorAction action) {
    return new OperatorActionDto()
        .id(action.id())
        .at(utc(action.at()))
        .operation(action.operation())
        .tenantId(action.tenant().value())
        .tenantName(action.name())
        .address(action.address().orElse(null))
        .requestId(action.requestId())
        .tables(action.rowsDeleted().isEmpty() ? null : tables(action.rowsDeleted()));
  }

  private static List<DeletedRowsDto> tables(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .map(table -> new DeletedRowsDto().table(table.getKey()).rows(table.getValue()))
        .toList();
  }
}
