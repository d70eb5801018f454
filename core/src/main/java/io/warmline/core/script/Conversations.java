package io.warmline.core.script;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.Disposition.Reached;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Which outcomes tell that somebody was talked to, by their names in the table of calls. */
final class Conversations {

  /**
   * With the prospect. A gatekeeper is a person too, but "when we first spoke, you suggested" would
   * not be true of that talk; neither of one that was hung up on.
   */
  static final String[] WITH_PROSPECT =
      names(outcome -> outcome.reached() == Reached.DECISION_MAKER);

  /** With any person. */
  static final String[] WITH_ANYBODY = names(Disposition::humanReached);

  /** In which the prospect said why not. */
  static final List<Disposition> REFUSALS =
      List.of(Disposition.NOT_INTERESTED, Disposition.NOT_NOW_NURTURE, Disposition.NOT_QUALIFIED);

  private Conversations() {}

  private static String[] names(Predicate<Disposition> which) {
    return Arrays.stream(Disposition.values())
        .filter(which)
        .map(Disposition::name)
        .toArray(String[]::new);
  }
}
