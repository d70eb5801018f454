/** How long things are kept. */
@NullMarked
package io.warmline.core.retention;

import org.jspecify.annotations.NullMarked;
