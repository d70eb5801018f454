/** What was told wrongly, as it was told before, with who corrected it and why. */
@NullMarked
package io.warmline.core.correction;

import org.jspecify.annotations.NullMarked;
