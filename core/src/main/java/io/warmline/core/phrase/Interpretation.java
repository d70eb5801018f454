package io.warmline.core.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What was understood of a prospect's words. */
public sealed interface Interpretation {

  /**
   * A window for the callback.
   *
   * @param window on the prospect's clock, the intent
   * @param moments the same as instants, derived with the rules of the zone known today
   */
  record Resolved(Window window, Moments moments, Sense sense, Doubts doubts)
      implements Interpretation {

    /** The same with a doubt that is worth asking about, which is never as sure as can be. */
    Resolved doubted(Warning warning) {
      Confidence most = sense.confidence() == Confidence.HIGH ? Confidence.MEDIUM : confidence();
      return new Resolved(window, moments, sense.with(most), doubts.with(warning).confirm());
    }

    public LocalDate firstDate() {
      return window.firstDate();
    }

    public LocalDate lastDate() {
      return window.lastDate();
    }

    public LocalTime from() {
      return window.from();
    }

    public LocalTime to() {
      return window.to();
    }

    public Instant earliest() {
      return moments.earliest();
    }

    public Instant preferred() {
      return moments.preferred();
    }

    public Instant latest() {
      return moments.latest();
    }

    public Precision precision() {
      return sense.precision();
    }

    public Anchor anchor() {
      return sense.anchor();
    }

    public Confidence confidence() {
      return sense.confidence();
    }

    public String explanation() {
      return sense.explanation();
    }

    public boolean needsConfirmation() {
      return doubts.needsConfirmation();
    }

    public List<Alternative> alternatives() {
      return doubts.alternatives();
    }

    public List<Warning> warnings() {
      return doubts.warnings();
    }
  }

  /** No time could be made of the words, and that is an answer. */
  record Unresolved(UnresolvedReason reason) implements Interpretation {}
}
