/** A calling day from the first lead list to the kept promise, through every door. */
@NullMarked
package io.warmline.api.journey;

import org.jspecify.annotations.NullMarked;
