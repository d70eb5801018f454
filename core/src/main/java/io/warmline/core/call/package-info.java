/** Dial attempts, their outcomes, and what follows from them. */
@NullMarked
package io.warmline.core.call;

import org.jspecify.annotations.NullMarked;
