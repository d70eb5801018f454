package io.warmline.core.phrase;

import java.util.Set;

/**
 * What kind of answer a reading is.
 *
 * @param explanation the reading in English, to be repeated to the prospect: "the week of 7
 *     December"
 * @param leeway what the words leave open beside the window
 */
public record Sense(
    Precision precision,
    Anchor anchor,
    Confidence confidence,
    String explanation,
    Set<Leeway> leeway) {

  /** Keeps a copy. */
  public Sense {
    leeway = Set.copyOf(leeway);
  }

  Sense with(Anchor other) {
    return new Sense(precision, other, confidence, explanation, leeway);
  }

  Sense with(Confidence other) {
    return new Sense(precision, anchor, other, explanation, leeway);
  }
}
