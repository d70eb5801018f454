package io.warmline.core.talktrack;

/**
 * What is wrong with a template.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 * @param message what is wrong and what is expected
 */
public record TemplateFault(Code code, int line, int column, String message) {

  /** The kinds of faults. */
  public enum Code {
    /** A name that is no fact. */
    UNKNOWN_FACT,
    /** Braces that are no fact, nor the beginning or end of words that depend on one. */
    MALFORMED,
    /** A part that a talk track of the kind cannot miss. */
    MISSING_PART,
    /** A part that comes before another one which it must follow. */
    OUT_OF_ORDER
  }
}
