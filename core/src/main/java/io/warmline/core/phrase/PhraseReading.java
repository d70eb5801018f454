package io.warmline.core.phrase;

import java.util.List;

/**
 * What words mean, and which of them it was taken from.
 *
 * @param understood the words that named the answer or what is no answer, in their order
 * @param notUnderstood the words of which nothing was made, in their order; small talk is in
 *     neither
 */
public record PhraseReading(
    Interpretation interpretation, List<Span> understood, List<Span> notUnderstood) {

  /** Keeps copies of the lists. */
  public PhraseReading {
    understood = List.copyOf(understood);
    notUnderstood = List.copyOf(notUnderstood);
  }
}
