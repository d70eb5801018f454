package io.warmline.core.imports;

import java.util.List;
import java.util.Optional;

/** A row of a file after its values were checked. */
sealed interface CheckedRow {

  /** The lead it states, if it can be used. */
  default Optional<StatedLead> stated() {
    return this instanceof Usable usable ? Optional.of(usable.lead()) : Optional.empty();
  }

  /**
   * The row states a lead.
   *
   * @param warnings what of the row the lead does not get
   * @param origins from which columns the row came
   */
  record Usable(StatedLead lead, List<RowWarning> warnings, RowOrigins origins)
      implements CheckedRow {

    public Usable {
      warnings = List.copyOf(warnings);
    }
  }

  /** The row is refused. */
  record Refused(FileRow.Broken fault) implements CheckedRow {}
}
