package io.warmline.sdk;

import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.CallbackPage;
import io.warmline.sdk.model.CallbackPatch;
import io.warmline.sdk.model.CancelCallback;
import io.warmline.sdk.model.NewCallback;
import io.warmline.sdk.model.PhraseQuestion;
import io.warmline.sdk.model.PhraseReading;
import java.util.Optional;
import java.util.UUID;

/** Promises to call again. */
public final class Callbacks {
  private static final String ALL = "/v1/callbacks";
  private static final String ONE = "/v1/callbacks/{callbackId}";

  private final Transport transport;

  Callbacks(Transport transport) {
    this.transport = transport;
  }

  /**
   * Promises a callback: takes the lead out of ordinary dialling until it is due, and puts it at
   * the top of the queue then.
   *
   * @throws ConflictException if a callback of the lead is open, or the lead may not be called
   *     again
   */
  public Versioned<Callback> createCallback(NewCallback callback, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(callback).with(options), Callback.class);
  }

  /** Lists callbacks, earliest due first. */
  public Page<Callback> listCallbacks(RequestOption... options) {
    return listCallbacks(CallbackFilter.all(), options);
  }

  /** Lists callbacks, earliest due first. */
  public Page<Callback> listCallbacks(CallbackFilter filter, RequestOption... options) {
    CallbackPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), CallbackPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listCallbacks(filter.cursor(cursor), options));
  }

  /** Reads a callback. */
  public Versioned<Callback> getCallback(UUID callbackId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, callbackId).with(options), Callback.class);
  }

  /** Reads a callback again; empty if it still has the version that is known. */
  public Optional<Versioned<Callback>> getCallbackIfChanged(
      Versioned<Callback> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Callback.class);
  }

  /**
   * Reschedules or reassigns an open callback; it keeps its id and its history.
   *
   * @throws ConflictException if it was kept or cancelled before
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Callback> updateCallback(
      Versioned<Callback> callback, CallbackPatch patch, RequestOption... options) {
    return updateCallback(callback.value().getId(), callback.etag(), patch, options);
  }

  /**
   * Reschedules or reassigns an open callback; it keeps its id and its history.
   *
   * @throws ConflictException if it was kept or cancelled before
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Callback> updateCallback(
      UUID callbackId, String etag, CallbackPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, callbackId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Callback.class);
  }

  /**
   * What a prospect's words mean, on the prospect's own clock; that they name no time is an answer,
   * too. Promises nothing.
   */
  public PhraseReading interpretPhrase(PhraseQuestion question, RequestOption... options) {
    return transport.value(
        Request.post("/v1/callback-phrases/interpret").json(question).with(options),
        PhraseReading.class);
  }

  /**
   * Ends the promise with a reason; the lead goes back to ordinary dialling.
   *
   * @throws ConflictException if it was kept or cancelled before
   */
  public Versioned<Callback> cancelCallback(
      UUID callbackId, CancelCallback cancel, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/cancel", callbackId).json(cancel).with(options), Callback.class);
  }
}
