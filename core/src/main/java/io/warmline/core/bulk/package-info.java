/** The same for many leads at once: tried first, lead by lead, with what is refused by name. */
@NullMarked
package io.warmline.core.bulk;

import org.jspecify.annotations.NullMarked;
