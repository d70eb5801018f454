package io.warmline.core.phrase;

/** Days that were named together with something that must happen first. */
final class Conditions {

  private Conditions() {}

  static Dates doubt(Dates dates) {
    Warning warning =
        new Warning(WarningCode.CONDITIONAL, "The prospect also named a condition for the call.");
    return dates.with(Doubts.NONE.with(warning).confirm());
  }
}
