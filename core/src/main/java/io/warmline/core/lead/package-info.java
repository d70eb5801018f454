/** Prospects and their numbers. */
@NullMarked
package io.warmline.core.lead;

import org.jspecify.annotations.NullMarked;
