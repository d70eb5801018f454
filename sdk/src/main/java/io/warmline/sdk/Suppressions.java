package io.warmline.sdk;

import io.warmline.sdk.model.NewSuppression;
import io.warmline.sdk.model.NumberCheck;
import io.warmline.sdk.model.NumberCheckRequest;
import io.warmline.sdk.model.NumberExplanation;
import io.warmline.sdk.model.NumberExplanationRequest;
import io.warmline.sdk.model.RemoveSuppression;
import io.warmline.sdk.model.Suppression;
import io.warmline.sdk.model.SuppressionPage;
import java.util.UUID;

/** Numbers never to call. */
public final class Suppressions {
  private static final String ALL = "/v1/suppressions";

  private final Transport transport;

  Suppressions(Transport transport) {
    this.transport = transport;
  }

  /**
   * Adds a do-not-call entry: open callbacks and claims of the number end at once. One that is
   * there stays.
   */
  public Suppression addSuppression(NewSuppression suppression, RequestOption... options) {
    return transport.value(Request.post(ALL).json(suppression).with(options), Suppression.class);
  }

  /** Lists the entries in force, newest first. */
  public Page<Suppression> listSuppressions(RequestOption... options) {
    return listSuppressions(SuppressionFilter.all(), options);
  }

  /** Lists the entries in force, newest first. */
  public Page<Suppression> listSuppressions(SuppressionFilter filter, RequestOption... options) {
    SuppressionPage page =
        transport.value(
            Request.get(ALL).query(filter.query()).with(options), SuppressionPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listSuppressions(filter.cursor(cursor), options));
  }

  /**
   * Lifts a do-not-call entry on evidence; it stays on record.
   *
   * @throws PermissionException if the key lacks the scope {@code suppressions:admin}
   */
  public Suppression removeSuppression(
      UUID suppressionId, RemoveSuppression removal, RequestOption... options) {
    Request request = Request.post(ALL + "/{suppressionId}/remove", suppressionId).json(removal);
    return transport.value(request.with(options), Suppression.class);
  }

  /**
   * Whether a number can be dialled, where it may ring, and whether it must not be called. Writes
   * nothing.
   */
  public NumberCheck checkNumber(NumberCheckRequest number, RequestOption... options) {
    return transport.value(
        Request.post("/v1/numbers/check").json(number).with(options), NumberCheck.class);
  }

  /** Why all calls to a number were legal when they were made, newest first. Writes nothing. */
  public NumberExplanation explainNumber(
      NumberExplanationRequest number, RequestOption... options) {
    return transport.value(
        Request.post("/v1/numbers/explanations").json(number).with(options),
        NumberExplanation.class);
  }
}
