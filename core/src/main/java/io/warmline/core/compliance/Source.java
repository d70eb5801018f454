package io.warmline.core.compliance;

import java.time.LocalDate;

/**
 * Where a rule is written.
 *
 * @param citation the section, or an address
 * @param checkedOn the day on which the entry was last reviewed; how well it is founded, the status
 *     says
 */
public record Source(String citation, LocalDate checkedOn) {}
