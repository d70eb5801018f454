package io.warmline.core.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a prospect may be called at an instant and, if not, when and because of which rule. */
public sealed interface CallingVerdict {

  /**
   * The prospect may be called.
   *
   * @param applied the rules in force that were asked, all of which allow it; sorted, each once
   */
  record Allowed(List<RuleId> applied) implements CallingVerdict {}

  /**
   * The prospect may be called later.
   *
   * @param blockers at least one; first the one that lasts longest
   * @param until the first instant at which every rule allows it
   */
  record Postponed(List<Blocker> blockers, Instant until) implements CallingVerdict {

    /** The rule that lasts longest. */
    public Blocker by() {
      return blockers.get(0);
    }
  }

  /**
   * The prospect may not be called as far as can be seen.
   *
   * @param blockers at least one; first the one that lasts longest
   */
  record Forbidden(List<Blocker> blockers) implements CallingVerdict {

    /** The rule that lasts longest. */
    public Blocker by() {
      return blockers.get(0);
    }
  }

  /**
   * The first instant, not before {@code at}, at which a call is allowed; empty if none is known.
   *
   * @param at the instant of which this is the verdict
   */
  default Optional<Instant> callableAt(Instant at) {
    if (this instanceof Postponed postponed) {
      return Optional.of(postponed.until());
    }
    return this instanceof Allowed ? Optional.of(at) : Optional.empty();
  }

  /** What forbids the call; empty if it is allowed. */
  default List<Blocker> blockedBy() {
    if (this instanceof Postponed postponed) {
      return postponed.blockers();
    }
    return this instanceof Forbidden forbidden ? forbidden.blockers() : List.of();
  }
}
