/** The words by which leads are told apart, and which of them there are. */
@NullMarked
package io.warmline.core.tag;

import org.jspecify.annotations.NullMarked;
