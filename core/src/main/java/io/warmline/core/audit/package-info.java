/** Who did what: written with what was done, and never changed. */
@NullMarked
package io.warmline.core.audit;

import org.jspecify.annotations.NullMarked;
