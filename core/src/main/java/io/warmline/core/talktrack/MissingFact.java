package io.warmline.core.talktrack;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.util.List;

/** A talk track needs a fact that nobody gave. */
public final class MissingFact extends WarmlineException {

  private static final long serialVersionUID = 1L;

  private final Fact fact;

  MissingFact(CallKind kind, Fact fact) {
    super(
        ProblemCode.INVALID_VALUE,
        "The talk track of a " + kind + " needs the fact " + fact.key() + ", which is missing.",
        List.of(
            new Violation(
                "/facts/" + fact.key(),
                "MISSING_FACT",
                "is missing: " + fact.part() + " needs it")));
    this.fact = fact;
  }

  /** The fact that is missing; the first one, in the order of the words. */
  public Fact fact() {
    return fact;
  }
}
