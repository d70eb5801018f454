package io.warmline.core.imports;

import io.warmline.core.lead.LeadStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a lead stands, as a row states it.
 *
 * @param revisitOn of a nurture lead: the day on which it comes back, at its place
 */
record StatedStatus(LeadStatus status, Optional<LocalDate> revisitOn) {}
