/** The ids by which concepts refer to each other, so that their packages form no cycle. */
@NullMarked
package io.warmline.core.id;

import org.jspecify.annotations.NullMarked;
