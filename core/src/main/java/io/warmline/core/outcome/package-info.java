/**
 * What becomes of meetings that were held and of leads that the client accepted: the sale, or none.
 */
@NullMarked
package io.warmline.core.outcome;

import org.jspecify.annotations.NullMarked;
