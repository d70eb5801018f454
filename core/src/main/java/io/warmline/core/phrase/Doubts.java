package io.warmline.core.phrase;

import java.util.ArrayList;
import java.util.List;

/**
 * What is uncertain about a reading.
 *
 * @param needsConfirmation whether to ask the prospect before promising
 */
public record Doubts(
    boolean needsConfirmation, List<Alternative> alternatives, List<Warning> warnings) {

  static final Doubts NONE = new Doubts(false, List.of(), List.of());

  /** Keeps copies of the lists. */
  public Doubts {
    alternatives = List.copyOf(alternatives);
    warnings = List.copyOf(warnings);
  }

  Doubts confirm() {
    return new Doubts(true, alternatives, warnings);
  }

  Doubts with(Warning warning) {
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Doubts(needsConfirmation, alternatives, more);
  }

  Doubts with(Alternative alternative) {
    List<Alternative> more = new ArrayList<>(alternatives);
    more.add(alternative);
    return new Doubts(needsConfirmation, more, warnings);
  }

  Doubts and(Doubts other) {
    List<Alternative> both = new ArrayList<>(alternatives);
    both.addAll(other.alternatives);
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(other.warnings);
    return new Doubts(needsConfirmation || other.needsConfirmation, both, all);
  }
}
