/** People who are on a list twice: found, and made one. */
@NullMarked
package io.warmline.core.duplicate;

import org.jspecify.annotations.NullMarked;
