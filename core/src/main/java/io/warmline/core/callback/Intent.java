package io.warmline.core.callback;

import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.Window;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What was promised, on the prospect's own clock. The instants of a callback are derived from it,
 * and derived anew when the prospect turns out to live in another zone.
 *
 * @param zone whose clock it is
 * @param window days, and the hours on each of them
 * @param preferred what suits best within the window
 * @param tie empty: it follows nothing
 */
public record Intent(
    ZoneId zone, Window window, LocalDateTime preferred, Precision precision, Optional<Tie> tie) {

  /** The same by the clock of another zone. */
  Intent in(ZoneId other) {
    return new Intent(other, window, preferred, precision, tie);
  }
}
