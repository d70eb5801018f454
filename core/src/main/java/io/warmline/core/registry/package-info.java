/**
 * Do-not-call registries: lists of numbers that a state keeps, which must be screened against and
 * must not grow old. Entries of the tenant's own are suppressions, which no list touches.
 */
@NullMarked
package io.warmline.core.registry;

import org.jspecify.annotations.NullMarked;
