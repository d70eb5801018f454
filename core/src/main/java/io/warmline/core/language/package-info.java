/** Languages that agents speak and prospects need, and what countries are called in them. */
@NullMarked
package io.warmline.core.language;

import org.jspecify.annotations.NullMarked;
