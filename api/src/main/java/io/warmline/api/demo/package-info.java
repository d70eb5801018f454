/** A firm with a story so far, to try Warmline on. */
@NullMarked
package io.warmline.api.demo;

import org.jspecify.annotations.NullMarked;
