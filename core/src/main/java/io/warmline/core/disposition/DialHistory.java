package io.warmline.core.disposition;

import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How a lead and its numbers were dialled before a call.
 *
 * @param attempts when the lead was called, the latest 50
 * @param dials of its numbers, for whichever lead they were made, the latest 20 of each
 */
public record DialHistory(List<Instant> attempts, List<Dial> dials) {

  private static final Set<Disposition> SILENT =
      Set.of(Disposition.NO_ANSWER, Disposition.VOICEMAIL_NO_MESSAGE, Disposition.VOICEMAIL_LEFT);

  /** Keeps copies. */
  public DialHistory {
    attempts = List.copyOf(attempts);
    dials = List.copyOf(dials);
  }

  /**
   * A dial of a number.
   *
   * @param ofLead whether it was made for the lead itself
   */
  public record Dial(PhoneNumber number, Instant at, Disposition outcome, boolean ofLead) {

    /** Whether it got through to the prospect. */
    boolean answered() {
      return outcome.reachedProspect();
    }

    /** Whether it rang and nobody was there. A line that is busy has somebody at it. */
    boolean unanswered() {
      return SILENT.contains(outcome);
    }
  }
}
