/** Who is at work: shifts, breaks, wrap-up, and how they end. */
@NullMarked
package io.warmline.core.presence;

import org.jspecify.annotations.NullMarked;
