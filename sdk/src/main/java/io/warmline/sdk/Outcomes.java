package io.warmline.sdk;

import io.warmline.sdk.model.CorrectOutcome;
import io.warmline.sdk.model.NewOutcome;
import io.warmline.sdk.model.Outcome;
import io.warmline.sdk.model.OutcomePage;
import java.util.UUID;

/** What became of meetings and hand-offs: the sale, or none. */
public final class Outcomes {
  private static final String ALL = "/v1/outcomes";
  private static final String ONE = "/v1/outcomes/{outcomeId}";

  private final Transport transport;

  Outcomes(Transport transport) {
    this.transport = transport;
  }

  /**
   * Records what became of a meeting that was held; the lead goes where that says.
   *
   * @throws ConflictException if the meeting was not held
   */
  public Versioned<Outcome> recordAppointmentOutcome(
      UUID appointmentId, NewOutcome outcome, RequestOption... options) {
    return transport.versioned(
        Request.post("/v1/appointments/{appointmentId}/outcomes", appointmentId)
            .json(outcome)
            .with(options),
        Outcome.class);
  }

  /**
   * Records what became of a lead that the client accepted; the lead goes where that says.
   *
   * @throws ConflictException if the client has not accepted it
   */
  public Versioned<Outcome> recordHandoffOutcome(
      UUID handoffId, NewOutcome outcome, RequestOption... options) {
    return transport.versioned(
        Request.post("/v1/handoffs/{handoffId}/outcomes", handoffId).json(outcome).with(options),
        Outcome.class);
  }

  /** Lists outcomes, newest first. */
  public Page<Outcome> listOutcomes(RequestOption... options) {
    return listOutcomes(OutcomeFilter.all(), options);
  }

  /** Lists outcomes, newest first. */
  public Page<Outcome> listOutcomes(OutcomeFilter filter, RequestOption... options) {
    OutcomePage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), OutcomePage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listOutcomes(filter.cursor(cursor), options));
  }

  /** Reads an outcome. */
  public Versioned<Outcome> getOutcome(UUID outcomeId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, outcomeId).with(options), Outcome.class);
  }

  /** Tells what is right in the place of what was told, or that nothing of the kind came about. */
  public Versioned<Outcome> correctOutcome(
      UUID outcomeId, CorrectOutcome correction, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/correct", outcomeId).json(correction).with(options), Outcome.class);
  }
}
