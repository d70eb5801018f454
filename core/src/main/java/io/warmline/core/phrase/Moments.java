package io.warmline.core.phrase;

import java.time.Instant;

/**
 * The instants of a window; none is before the words were spoken, and they are in this order:
 * earliest, preferred, latest.
 *
 * @param latest itself in
 */
public record Moments(Instant earliest, Instant preferred, Instant latest) {}
