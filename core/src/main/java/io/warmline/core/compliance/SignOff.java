package io.warmline.core.compliance;

import java.time.LocalDate;

/**
 * Who in a house answers for a rule.
 *
 * @param by name, or initials
 * @param on the day on which it was reviewed last
 */
public record SignOff(String by, LocalDate on) {}
