/** Reasons to call a lead that are neither a promise nor a retry: tiers 2 to 6 of the queue. */
@NullMarked
package io.warmline.core.task;

import org.jspecify.annotations.NullMarked;
