/** The rounds that keep the materialised state true as time passes, for every tenant. */
@NullMarked
package io.warmline.core.housekeeping;

import org.jspecify.annotations.NullMarked;
