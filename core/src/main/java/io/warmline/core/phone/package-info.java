/** Phone numbers: one spelling (E.164), and what a number tells about the place it rings in. */
@NullMarked
package io.warmline.core.phone;

import org.jspecify.annotations.NullMarked;
