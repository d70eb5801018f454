package io.warmline.api.resource;

import io.warmline.api.contract.BulkApi;
import io.warmline.api.contract.model.BulkItemPageDto;
import io.warmline.api.contract.model.BulkOperationDto;
import io.warmline.api.contract.model.BulkOperationPageDto;
import io.warmline.api.contract.model.BulkOutcomeDto;
import io.warmline.api.contract.model.NewBulkOperationDto;
import io.warmline.api.contract.model.UndoBulkOperationDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.core.Page;
import io.warmline.core.bulk.BulkItem;
import io.warmline.core.bulk.BulkOperation;
import io.warmline.core.bulk.BulkOperations;
import io.warmline.core.bulk.ManageBulk;
import io.warmline.core.id.BulkId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class BulkResource implements BulkApi {

  /** Rounds are made every second. */
  private static final int ASK_AGAIN_SECONDS = 1;

  private final ManageBulk manageBulk;
  private final BulkOperations operations;
  private final Cursors cursors;

  BulkResource(ManageBulk manageBulk, BulkOperations operations, Cursors cursors) {
    this.manageBulk = manageBulk;
    this.operations = operations;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<BulkOperationDto> createBulkOperation(
      NewBulkOperationDto dto, @Nullable String idempotencyKey) {
    return begun(manageBulk.begin(BulkMapper.order(dto)));
  }

  @Override
  public RestResponse<BulkOperationDto> undoBulkOperation(
      UUID bulkOperationId, UndoBulkOperationDto dto, @Nullable String idempotencyKey) {
    return begun(
        manageBulk.undo(new BulkId(bulkOperationId), Boolean.TRUE.equals(dto.getDryRun())));
  }

  private static RestResponse<BulkOperationDto> begun(BulkOperation operation) {
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, BulkMapper.operation(operation))
        .header("Location", "/v1/bulk-operations/" + operation.id())
        .header("Retry-After", ASK_AGAIN_SECONDS)
        .build();
  }

  @Override
  public RestResponse<BulkOperationDto> getBulkOperation(UUID bulkOperationId) {
    return RestResponse.ok(BulkMapper.operation(operations.get(new BulkId(bulkOperationId))));
  }

  @Override
  public RestResponse<BulkOperationPageDto> listBulkOperations(
      Integer limit, @Nullable String cursor) {
    Page<BulkOperation> page = operations.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new BulkOperationPageDto()
            .items(page.items().stream().map(BulkMapper::operation).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<BulkItemPageDto> listBulkItems(
      UUID bulkOperationId,
      @Nullable BulkOutcomeDto outcome,
      Integer limit,
      @Nullable String cursor) {
    BulkId id = operations.get(new BulkId(bulkOperationId)).id();
    Page<BulkItem> page =
        operations.items(
            id,
            Optional.ofNullable(outcome).map(BulkMapper::outcome),
            cursors.paging(limit, cursor));
    return RestResponse.ok(
        new BulkItemPageDto()
            .items(page.items().stream().map(BulkMapper::item).toList())
            .nextCursor(cursors.text(page.next())));
  }
}
