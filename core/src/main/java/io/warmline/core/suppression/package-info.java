/** Numbers never to call. */
@NullMarked
package io.warmline.core.suppression;

import org.jspecify.annotations.NullMarked;
