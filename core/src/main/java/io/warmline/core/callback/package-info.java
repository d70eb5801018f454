/** Promises to call again. */
@NullMarked
package io.warmline.core.callback;

import org.jspecify.annotations.NullMarked;
