package io.warmline.core.compliance;

/**
 * What one prospect agreed to.
 *
 * @param toThatTime whether the prospect asked to be called at the time in question, as in a
 *     callback: it lifts the hours of those rules that say so
 * @param contract whether there is a running contract that the call is about: it stands for the
 *     consent that those rules ask for that say so
 */
public record Consent(ConsentKind kind, boolean toThatTime, boolean contract) {

  /** A prospect without a contract. */
  public Consent(ConsentKind kind, boolean toThatTime) {
    this(kind, toThatTime, false);
  }

  /** Nothing is known of any consent. */
  public static final Consent NONE = new Consent(ConsentKind.NONE, false);

  /** Every consent that a rule can ask for, but no hours are lifted: to ask for the hours alone. */
  public static final Consent PRESUMED = new Consent(ConsentKind.WRITTEN, false);
}
