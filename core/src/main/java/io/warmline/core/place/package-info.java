/**
 * Where a prospect may be, from what is known of them: the law that may apply and the clocks that
 * may be on their wall. Pure: no persistence, no framework.
 */
@NullMarked
package io.warmline.core.place;

import org.jspecify.annotations.NullMarked;
