package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.task.TaskKind;
import java.util.Optional;

/**
 * What became of a reported signal.
 *
 * @param signal empty: it is not on record
 * @param lead empty: none was found
 * @param kind what its lead is called for now; empty unless RECORDED or COLLAPSED into that
 * @param reason why the queue did not follow
 */
public record Receipt(
    Fate fate,
    Optional<SignalId> signal,
    Optional<LeadId> lead,
    Optional<TaskKind> kind,
    Optional<SignalReason> reason) {

  /** What can become of a signal. */
  public enum Fate {
    /** It is on record; if it is interest, the lead has moved up. */
    RECORDED,
    /** It is on record, and the lead was on top for an earlier one already. */
    COLLAPSED,
    /** The queue does not follow it, as the reason says. */
    IGNORED,
    /** There is no such lead. */
    UNKNOWN_LEAD
  }

  static Receipt unknown() {
    return new Receipt(
        Fate.UNKNOWN_LEAD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(SignalReason.NO_SUCH_LEAD));
  }

  static Receipt ignored(SignalReason reason, Optional<LeadId> lead, Optional<SignalId> signal) {
    return new Receipt(Fate.IGNORED, signal, lead, Optional.empty(), Optional.of(reason));
  }
}
