/** All that happened with a lead, in one list. */
@NullMarked
package io.warmline.core.timeline;

import org.jspecify.annotations.NullMarked;
