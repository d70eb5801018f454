/** Understands when prospects ask to be called back. Pure: no persistence, no framework. */
@NullMarked
package io.warmline.core.phrase;

import org.jspecify.annotations.NullMarked;
