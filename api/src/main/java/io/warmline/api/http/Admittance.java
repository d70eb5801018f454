package io.warmline.api.http;

/** What an operation is to a key that is limited to a client or to an agent. */
public enum Admittance {
  /** It cannot be limited so, and is refused. */
  REFUSED,

  /** It looks with the eyes of the client or the agent: what is others' is not there. */
  SEES,

  /**
   * What it names must be seen by these eyes. What it does goes by all facts of the firm, as the
   * law asks.
   */
  ACTS;

  /** As the contract has it; not said: refused. */
  static Admittance of(String word) {
    return switch (word) {
      case "" -> REFUSED;
      case "sees" -> SEES;
      case "acts" -> ACTS;
      default -> throw new IllegalArgumentException("x-limited-keys knows no " + word);
    };
  }
}
