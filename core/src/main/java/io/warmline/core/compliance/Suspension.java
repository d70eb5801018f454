package io.warmline.core.compliance;

import java.time.LocalDate;

/**
 * Days on which no call at all is allowed, such as a declared emergency. No consent lifts it.
 *
 * @param days by the prospect's calendar
 * @param reason shown to those who ask why
 */
public record Suspension(Validity days, String reason) {

  boolean covers(LocalDate date) {
    return days.covers(date);
  }
}
