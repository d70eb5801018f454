/** Businesses on whose behalf campaigns call. */
@NullMarked
package io.warmline.core.client;

import org.jspecify.annotations.NullMarked;
