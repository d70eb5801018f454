package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.signal.Receipt.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts signals on record, and has the queue follow those that are interest. */
@ApplicationScoped
class Intake {

  private final Signals signals;
  private final FollowInQueue followInQueue;

  Intake(Signals signals, FollowInQueue followInQueue) {
    this.signals = signals;
    this.followInQueue = followInQueue;
  }

  /** Takes them in; what became of each. */
  Map<SignalId, Receipt> take(List<Arrival> arrivals, Instant now) {
    if (arrivals.isEmpty()) {
      return Map.of();
    }
    Set<SignalId> recorded = signals.addAll(arrivals, now);
    List<Arrival> interest =
        arrivals.stream().filter(a -> a.isInterest() && recorded.contains(a.id())).toList();
    Map<SignalId, SignalEffect> effects =
        interest.isEmpty() ? Map.of() : followInQueue.of(interest, now);
    Map<SignalId, Receipt> receipts = new HashMap<>();
    for (Arrival arrival : arrivals) {
      receipts.put(
          arrival.id(),
          recorded.contains(arrival.id())
              ? receipt(arrival, effects.get(arrival.id()))
              : Receipt.ignored(
                  SignalReason.DUPLICATE, Optional.of(arrival.lead().id()), Optional.empty()));
    }
    return receipts;
  }

  private static Receipt receipt(Arrival arrival, @Nullable SignalEffect effect) {
    Optional<LeadId> lead = Optional.of(arrival.lead().id());
    Optional<SignalId> id = Optional.of(arrival.id());
    if (!arrival.isCounted()) {
      return Receipt.ignored(arrival.uncounted().orElseThrow(), lead, id);
    }
    if (effect == null) {
      return new Receipt(
          Fate.RECORDED, id, lead, Optional.empty(), Optional.of(SignalReason.TOUCH_ONLY));
    }
    if (effect instanceof SignalEffect.Touched touched) {
      return Receipt.ignored(touched.reason(), lead, id);
    }
    Fate fate = effect instanceof SignalEffect.Opened ? Fate.RECORDED : Fate.COLLAPSED;
    return new Receipt(fate, id, lead, effect.calledFor(), Optional.empty());
  }
}
