package io.warmline.sdk;

import io.warmline.sdk.model.Call;
import io.warmline.sdk.model.CallExplanation;
import io.warmline.sdk.model.CallPage;
import io.warmline.sdk.model.CallPatch;
import io.warmline.sdk.model.CallReceipts;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCalls;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dial attempts and their outcomes. */
public final class Calls {
  private static final String ALL = "/v1/calls";
  private static final String BATCH = "/v1/calls/batch";
  private static final String ONE = "/v1/calls/{callId}";

  private final Transport transport;

  Calls(Transport transport) {
    this.transport = transport;
  }

  /**
   * Records a call and everything that follows from it, all or nothing. With a claim at hand,
   * {@link ClaimedLead#log} is shorter.
   */
  public Versioned<LoggedCall> logCall(NewCall call, RequestOption... options) {
    return log(logging(call).with(options));
  }

  /**
   * Records 1 to 100 calls at once. What came of each is told item by item: a report that is
   * refused spoils no other, and nothing is thrown for it.
   */
  public CallReceipts logCalls(List<NewCall> calls, RequestOption... options) {
    return transport.value(
        Request.post(BATCH).json(new NewCalls().calls(calls)).with(options), CallReceipts.class);
  }

  static Request logging(Object call) {
    return Request.post(ALL).json(call);
  }

  Versioned<LoggedCall> log(Request request) {
    return transport.versioned(request, LoggedCall.class);
  }

  /** Lists calls, newest first. */
  public Page<Call> listCalls(RequestOption... options) {
    return listCalls(CallFilter.all(), options);
  }

  /** Lists calls, newest first. */
  public Page<Call> listCalls(CallFilter filter, RequestOption... options) {
    CallPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), CallPage.class);
    return new Page<>(
        page.getItems(), page.getNextCursor(), cursor -> listCalls(filter.cursor(cursor), options));
  }

  /** Reads a call. */
  public Versioned<Call> getCall(UUID callId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, callId).with(options), Call.class);
  }

  /** Why a call was legal when it was made, or what it broke. */
  public CallExplanation explainCall(UUID callId, RequestOption... options) {
    return transport.value(
        Request.get(ONE + "/explanation", callId).with(options), CallExplanation.class);
  }

  /** Reads a call again; empty if it still has the version that is known. */
  public Optional<Versioned<Call>> getCallIfChanged(
      Versioned<Call> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Call.class);
  }

  /** Corrects what was logged, whatever version it has. */
  public Versioned<LoggedCall> amendCall(UUID callId, CallPatch patch, RequestOption... options) {
    return transport.versioned(
        Request.patch(ONE, callId).mergePatch(patch).with(options), LoggedCall.class);
  }

  /**
   * Corrects what was logged.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<LoggedCall> amendCall(
      Versioned<Call> call, CallPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, call.value().getId())
            .mergePatch(patch)
            .with(RequestOption.ifMatch(call.etag()));
    return transport.versioned(request.with(options), LoggedCall.class);
  }
}
