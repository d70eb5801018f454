package io.warmline.core.appointment;

import java.time.ZoneId;

/**
 * What was agreed.
 *
 * @param zone where the prospect is; the days of the confirmation policy are reckoned there
 * @param doubleBooked whether somebody said that it may stand beside another of the client's
 */
public record Meeting(Slot slot, ZoneId zone, boolean doubleBooked, Particulars particulars) {}
