package io.warmline.core.callback;

import io.warmline.core.callback.Reading.Option;
import java.time.Instant;
import java.util.List;

/**
 * The legal times that come closest to what was meant.
 *
 * @param preferredAt within the window
 * @param moved whether nothing that was meant is legal, so that this is the next legal time after
 *     it
 * @param others where it was moved: legal times before; empty otherwise
 */
record Fit(
    Instant dueAt, Instant preferredAt, Instant latestAt, boolean moved, List<Option> others) {}
