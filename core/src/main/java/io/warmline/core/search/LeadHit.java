package io.warmline.core.search;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.lead.Lead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead that was found, with what is agreed with it: whoever answers its call can say so.
 *
 * @param score how well it fits, 0-1; 1: exactly
 * @param promise null: none is open
 * @param meeting null: none is open
 */
public record LeadHit(
    Lead lead, Found by, double score, @Nullable Promise promise, @Nullable Meeting meeting) {

  /** By what it was found. */
  public enum Found {
    /** By one of its numbers. */
    NUMBER,
    /** By the last digits of one. */
    LAST_DIGITS,
    /** By words, whole, begun or nearly right. */
    WORDS
  }

  /**
   * What was promised.
   *
   * @param agent who promised it personally; null: the team
   * @param words the prospect's own
   */
  public record Promise(
      CallbackId callback,
      Instant due,
      Instant latest,
      @Nullable AgentId agent,
      @Nullable String words,
      @Nullable String note) {

    /** Hides words and note: they are personal data. */
    @Override
    public String toString() {
      return "Promise[" + callback + "]";
    }
  }

  /** The meeting that is set. */
  public record Meeting(AppointmentId appointment, Instant startsAt) {}
}
