package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.refusal.RefusalInNotes;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words of a report that refuse calls, where its outcome does not. */
final class RefusalInReport {

  private RefusalInReport() {}

  /** Words alone stop no calls: somebody has to look at them. */
  static Optional<Effect> of(Disposition outcome, @Nullable String notes, CallDetails details) {
    boolean refused =
        outcome != Disposition.DO_NOT_CALL
            && outcome != Disposition.DECEASED_OR_CLOSED
            && Stream.concat(Stream.ofNullable(notes), details.words())
                .anyMatch(RefusalInNotes::isIn);
    return refused
        ? Optional.of(
            new Effect(
                EffectCode.REFUSAL_IN_NOTES,
                "What was noted says that no calls are wanted, and words alone stop none: correct the"
                    + " call to DO_NOT_CALL (amendCall) if the prospect said so."))
        : Optional.empty();
  }
}
