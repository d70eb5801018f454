package io.warmline.sdk;

import io.warmline.sdk.model.BulkItem;
import io.warmline.sdk.model.BulkItemPage;
import io.warmline.sdk.model.BulkOperation;
import io.warmline.sdk.model.BulkOperationPage;
import io.warmline.sdk.model.BulkOutcome;
import io.warmline.sdk.model.NewBulkOperation;
import io.warmline.sdk.model.UndoBulkOperation;
import java.util.UUID;

/** The same for many leads at once, tried first if you like. */
public final class BulkOperations {
  private static final String ALL = "/v1/bulk-operations";
  private static final String ONE = "/v1/bulk-operations/{bulkOperationId}";

  private final Transport transport;

  BulkOperations(Transport transport) {
    this.transport = transport;
  }

  /** Begins to do something to many leads; {@link #getBulkOperation} tells how far it is. */
  public BulkOperation createBulkOperation(NewBulkOperation operation, RequestOption... options) {
    return transport.value(Request.post(ALL).json(operation).with(options), BulkOperation.class);
  }

  /** Lists bulk operations, newest first. */
  public Page<BulkOperation> listBulkOperations(RequestOption... options) {
    return listBulkOperations(Paging.all(), options);
  }

  /** Lists bulk operations, newest first. */
  public Page<BulkOperation> listBulkOperations(Paging paging, RequestOption... options) {
    BulkOperationPage page =
        transport.value(
            Request.get(ALL).query(paging.query()).with(options), BulkOperationPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listBulkOperations(paging.cursor(cursor), options));
  }

  /** How far it is, and what came of it. */
  public BulkOperation getBulkOperation(UUID bulkOperationId, RequestOption... options) {
    return transport.value(Request.get(ONE, bulkOperationId).with(options), BulkOperation.class);
  }

  /** Lists what became of each lead. */
  public Page<BulkItem> listBulkItems(
      UUID bulkOperationId, Paging paging, RequestOption... options) {
    return items(bulkOperationId, paging.query(), options);
  }

  /** Lists the leads of which this came. */
  public Page<BulkItem> listBulkItems(
      UUID bulkOperationId, BulkOutcome outcome, Paging paging, RequestOption... options) {
    return items(bulkOperationId, paging.query().with("outcome", outcome.name()), options);
  }

  private Page<BulkItem> items(UUID bulkOperationId, Query query, RequestOption... options) {
    Request request = Request.get(ONE + "/items", bulkOperationId).query(query);
    BulkItemPage page = transport.value(request.with(options), BulkItemPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> items(bulkOperationId, query.with("cursor", cursor), options));
  }

  /**
   * Begins to take an operation back.
   *
   * @throws ConflictException if it was only tried, is not done, was taken back, or cannot be
   */
  public BulkOperation undoBulkOperation(
      UUID bulkOperationId, UndoBulkOperation undo, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/undo", bulkOperationId).json(undo).with(options), BulkOperation.class);
  }
}
