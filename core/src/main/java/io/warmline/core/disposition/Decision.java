package io.warmline.core.disposition;

import io.warmline.core.lead.Lead;
import java.util.List;

/**
 * What follows from a call.
 *
 * @param lead as the call leaves it
 * @param consequences all else, in the order in which it is written and told
 */
public record Decision(Lead lead, List<Consequence> consequences) {

  /** Keeps a copy. */
  public Decision {
    consequences = List.copyOf(consequences);
  }

  /** Whether nothing is written but the call and its lead. */
  public boolean concernsItsLeadAlone() {
    return consequences.stream().allMatch(Consequence.Tell.class::isInstance);
  }

  /** Whether there is a lead afterwards that there was not before; it may have the same number. */
  public boolean entersAnotherLead() {
    return consequences.stream().anyMatch(Consequence.Refer.class::isInstance);
  }
}
