/** By what prospects of one company are known as such. */
@NullMarked
package io.warmline.core.company;

import org.jspecify.annotations.NullMarked;
