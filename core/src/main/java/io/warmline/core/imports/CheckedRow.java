package io.warmline.core.imports;

import java.util.Optional;

/** A row of a file after its values were checked. */
sealed interface CheckedRow {

  /** The lead it states, if it can be used. */
  default Optional<StatedLead> stated() {
    return this instanceof Usable usable ? Optional.of(usable.lead()) : Optional.empty();
  }

  /** The row states a lead. */
  record Usable(StatedLead lead) implements CheckedRow {}

  /** The row is refused. */
  record Refused(LeadRow.Broken fault) implements CheckedRow {}
}
