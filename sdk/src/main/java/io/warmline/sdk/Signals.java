package io.warmline.sdk;

import io.warmline.sdk.model.NewSignal;
import io.warmline.sdk.model.NewSignals;
import io.warmline.sdk.model.NewTrackedLink;
import io.warmline.sdk.model.SignalReceipts;
import io.warmline.sdk.model.TrackedLink;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What prospects did, and the links by which it shows. */
public final class Signals {

  private final Transport transport;

  Signals(Transport transport) {
    this.transport = transport;
  }

  /**
   * Records what prospects did: a click or a reply puts its lead on top of the queue at once.
   *
   * @param signals 1 to 500
   * @return what became of each, in their order
   */
  public SignalReceipts recordSignals(List<NewSignal> signals, RequestOption... options) {
    Request request = Request.post("/v1/signals").json(new NewSignals().signals(signals));
    return transport.value(request.with(options), SignalReceipts.class);
  }

  /**
   * Makes a link for a message to the lead: whoever follows it is sent on, and the lead has
   * clicked. The link is shown this once.
   *
   * @throws ConflictException if the lead is erased
   */
  public TrackedLink createTrackedLink(UUID leadId, NewTrackedLink link, RequestOption... options) {
    Request request = Request.post("/v1/leads/{leadId}/tracked-links", leadId).json(link);
    return transport.value(request.with(options), TrackedLink.class);
  }

  /**
   * Follows a link as the prospect's browser does, and records the click.
   *
   * @param token the end of the link
   * @return where it leads; it is not asked for
   * @throws NotFoundException if there is no such link
   */
  public URI followTrackedLink(String token, RequestOption... options) {
    Request request = Request.get("/t/{token}", token).accept(Request.ANYTHING);
    return transport.send(request.with(options)).redirected().orElseThrow();
  }
}
