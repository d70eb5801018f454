/** A year of a firm, through the public API. */
@NullMarked
package io.warmline.api.simulation;

import org.jspecify.annotations.NullMarked;
