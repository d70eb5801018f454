/** The calling rules that a house makes for itself. */
@NullMarked
package io.warmline.core.rule;

import org.jspecify.annotations.NullMarked;
