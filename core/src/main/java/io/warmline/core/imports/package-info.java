/** Lead files: what they look like, how they are read, and how they become leads. */
@NullMarked
package io.warmline.core.imports;

import org.jspecify.annotations.NullMarked;
