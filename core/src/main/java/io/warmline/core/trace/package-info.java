/** What a lead leaves behind in the books of other concepts. */
@NullMarked
package io.warmline.core.trace;

import org.jspecify.annotations.NullMarked;
