/** What holds for every statement in the sources, whichever concept it belongs to. */
@NullMarked
package io.warmline.core.sql;

import org.jspecify.annotations.NullMarked;
