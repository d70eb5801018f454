package io.warmline.sdk;

import io.warmline.sdk.model.NewSavedFilter;
import io.warmline.sdk.model.SavedFilter;
import io.warmline.sdk.model.SavedFilterPage;
import io.warmline.sdk.model.SavedFilterPatch;
import java.util.UUID;

/** Which leads, under a name, looked up whenever it is used. */
public final class SavedFilters {
  private static final String ALL = "/v1/saved-filters";
  private static final String ONE = "/v1/saved-filters/{savedFilterId}";

  private final Transport transport;

  SavedFilters(Transport transport) {
    this.transport = transport;
  }

  /** Keeps conditions under a name. */
  public Versioned<SavedFilter> createSavedFilter(NewSavedFilter filter, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(filter).with(options), SavedFilter.class);
  }

  /** Lists saved filters, newest first. */
  public Page<SavedFilter> listSavedFilters(RequestOption... options) {
    return listSavedFilters(Paging.all(), options);
  }

  /** Lists saved filters, newest first. */
  public Page<SavedFilter> listSavedFilters(Paging paging, RequestOption... options) {
    SavedFilterPage page =
        transport.value(
            Request.get(ALL).query(paging.query()).with(options), SavedFilterPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listSavedFilters(paging.cursor(cursor), options));
  }

  /** Reads a saved filter. */
  public Versioned<SavedFilter> getSavedFilter(UUID savedFilterId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, savedFilterId).with(options), SavedFilter.class);
  }

  /**
   * Changes what is given; of the conditions too.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<SavedFilter> updateSavedFilter(
      Versioned<SavedFilter> filter, SavedFilterPatch patch, RequestOption... options) {
    return updateSavedFilter(filter.value().getId(), filter.etag(), patch, options);
  }

  /**
   * Changes what is given; of the conditions too.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<SavedFilter> updateSavedFilter(
      UUID savedFilterId, String etag, SavedFilterPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, savedFilterId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), SavedFilter.class);
  }

  /**
   * Forgets a filter. Its leads stay, and so do operations that were begun with it.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public void deleteSavedFilter(Versioned<SavedFilter> filter, RequestOption... options) {
    deleteSavedFilter(filter.value().getId(), filter.etag(), options);
  }

  /**
   * Forgets a filter. Its leads stay, and so do operations that were begun with it.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteSavedFilter(UUID savedFilterId, String etag, RequestOption... options) {
    transport.send(
        Request.delete(ONE, savedFilterId).with(RequestOption.ifMatch(etag)).with(options));
  }
}
