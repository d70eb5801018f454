/** Finding leads by what somebody remembers of them, or by the number that calls. */
@NullMarked
package io.warmline.core.search;

import org.jspecify.annotations.NullMarked;
