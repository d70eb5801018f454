/** What whoever runs this Warmline for several firms does with them, and the record of it. */
@NullMarked
package io.warmline.core.operator;

import org.jspecify.annotations.NullMarked;
