package io.warmline.sdk;

import io.warmline.sdk.model.AcceptHandoff;
import io.warmline.sdk.model.Handoff;
import io.warmline.sdk.model.HandoffPage;
import io.warmline.sdk.model.ReturnHandoff;
import java.util.UUID;

/** Warm leads delivered to the client, who accepts them or returns them with a reason. */
public final class Handoffs {
  private static final String ALL = "/v1/handoffs";
  private static final String ONE = "/v1/handoffs/{handoffId}";

  private final Transport transport;

  Handoffs(Transport transport) {
    this.transport = transport;
  }

  /** Lists hand-offs, newest first. */
  public Page<Handoff> listHandoffs(RequestOption... options) {
    return listHandoffs(HandoffFilter.all(), options);
  }

  /** Lists hand-offs, newest first. */
  public Page<Handoff> listHandoffs(HandoffFilter filter, RequestOption... options) {
    HandoffPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), HandoffPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listHandoffs(filter.cursor(cursor), options));
  }

  /** Reads a hand-off with everything known: the lead, its calls and its callbacks. */
  public Versioned<Handoff> getHandoff(UUID handoffId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, handoffId).with(options), Handoff.class);
  }

  /**
   * The client takes the lead. A decision is final.
   *
   * @throws ConflictException if the client has decided before, or the offer has ended
   */
  public Versioned<Handoff> acceptHandoff(
      UUID handoffId, AcceptHandoff accept, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/accept", handoffId).json(accept).with(options), Handoff.class);
  }

  /**
   * The client does not take the lead, which goes where the reason says. A decision is final.
   *
   * @throws ConflictException if the client has decided before, or the offer has ended
   */
  public Versioned<Handoff> returnHandoff(
      UUID handoffId, ReturnHandoff verdict, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/return", handoffId).json(verdict).with(options), Handoff.class);
  }
}
