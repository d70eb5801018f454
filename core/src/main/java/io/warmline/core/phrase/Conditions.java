package io.warmline.core.phrase;

/** Times that were named together with something that must happen first. */
final class Conditions {

  static final Warning WARNING =
      new Warning(WarningCode.CONDITIONAL, "The prospect also named a condition for the call.");

  private Conditions() {}
}
