package io.warmline.core.imports;

/**
 * Follows the quotes of CSV from line to line, only to know where a record ends; FastCSV then reads
 * the record. The rules are FastCSV's with blanks trimmed around quotes: a quote counts only at the
 * start of a field, and is doubled inside.
 */
final class QuoteScan {

  /** How things stand at the end of a line. */
  enum Verdict {
    /** The record ends here. */
    COMPLETE,
    /** A quoted field goes on in the next line. */
    OPEN,
    /** Text follows a closing quote. */
    MALFORMED
  }

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    CLOSED,
    MALFORMED
  }

  private final char delimiter;
  private State state = State.FIELD_START;

  QuoteScan(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Starts at the beginning of a record. */
  Verdict first(String line) {
    state = State.FIELD_START;
    return line.indexOf('"') < 0 ? Verdict.COMPLETE : following(line);
  }

  /** Goes on inside the record. */
  Verdict following(String line) {
    for (int i = 0; i < line.length() && state != State.MALFORMED; i++) {
      if (isEscape(line, i)) {
        i++;
      } else {
        state = after(line.charAt(i));
      }
    }
    return switch (state) {
      case QUOTED -> Verdict.OPEN;
      case MALFORMED -> Verdict.MALFORMED;
      case FIELD_START, PLAIN, CLOSED -> Verdict.COMPLETE;
    };
  }

  private boolean isEscape(String line, int at) {
    return state == State.QUOTED && line.startsWith("\"\"", at);
  }

  private State after(char character) {
    if (state == State.QUOTED) {
      return character == '"' ? State.CLOSED : State.QUOTED;
    }
    if (character == delimiter) {
      return State.FIELD_START;
    }
    if (state == State.PLAIN || character <= ' ') {
      return state;
    }
    if (state == State.CLOSED) {
      return State.MALFORMED;
    }
    return character == '"' ? State.QUOTED : State.PLAIN;
  }
}
