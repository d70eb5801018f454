package io.warmline.core.talktrack;

import java.util.Optional;

/**
 * What of a prospect's words can be said back. What was not understood is in none of it.
 *
 * @param told why then, after "you told us that": "your contract with Acme was to expire in
 *     September"
 * @param then whether the call was wanted at the time that is told
 * @param when the time, with its preposition: "in a month"; empty: none was understood
 */
record Reported(Optional<String> told, boolean then, Optional<String> when) {

  static final Reported NOTHING = new Reported(Optional.empty(), false, Optional.empty());

  /** After "you suggested": "that I reach out to you in a month", else "that I call you back". */
  String suggestion(Voice voice) {
    return when.map(time -> "that I " + voice.reach() + " you " + time)
        .orElse(voice.said("that I call you back"));
  }
}
