/** Languages that agents speak and prospects need. */
@NullMarked
package io.warmline.core.language;

import org.jspecify.annotations.NullMarked;
