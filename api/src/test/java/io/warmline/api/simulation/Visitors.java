package io.warmline.api.simulation;

import io.warmline.sdk.model.NewSignal;
import io.warmline.sdk.model.SignalOutcome;
import io.warmline.sdk.model.SignalReceipt;
import io.warmline.sdk.model.SignalType;
import java.time.Duration;
import java.util.List;

/** People who come to the client's site of themselves. */
final class Visitors {

  private final World world;
  private int named;

  Visitors(World world) {
    this.world = world;
  }

  /** Somebody comes by, and after a while the next. */
  void comeBy() {
    Prospect prospect = world.chance().oneOf(world.ledger().prospects());
    if (prospect.mayGiveSignal(world.now())) {
      visit(
          prospect,
          world.chance().is(0.3) ? SignalType.FORM_SUBMITTED : SignalType.MICROSITE_VISIT);
    }
    if (world.now().isBefore(Year.CLOSES)) {
      world.agenda().in(world.chance().minutes(60, 36 * 60), this::comeBy);
    }
  }

  /** The same event is reported twice, as platforms do. */
  private void visit(Prospect prospect, SignalType type) {
    NewSignal signal =
        new NewSignal().leadId(prospect.lead()).type(type).eventId("visit-" + named++);
    SignalReceipt receipt = report(signal);
    report(signal);
    if (receipt.getCalledFor() != null && receipt.getOutcome() == SignalOutcome.RECORDED) {
      world.ledger().signalled(new Facts.Signal(prospect, world.now(), receipt.getCalledFor()));
      world.agenda().in(Duration.ZERO, world.floor()::ring);
    }
  }

  private SignalReceipt report(NewSignal signal) {
    return world.warmline().signals().recordSignals(List.of(signal)).getItems().get(0);
  }
}
