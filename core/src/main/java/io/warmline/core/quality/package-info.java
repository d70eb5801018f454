/** How good calls were: what supervisors say of them, for those who made them. */
@NullMarked
package io.warmline.core.quality;

import org.jspecify.annotations.NullMarked;
