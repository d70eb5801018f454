/** Zones and parts of the day, as a prospect lives them. Pure: no persistence, no framework. */
@NullMarked
package io.warmline.core.time;

import org.jspecify.annotations.NullMarked;
