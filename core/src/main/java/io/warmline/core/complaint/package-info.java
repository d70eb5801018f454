/** Somebody complained: what a supervisor has to see to. */
@NullMarked
package io.warmline.core.complaint;

import org.jspecify.annotations.NullMarked;
