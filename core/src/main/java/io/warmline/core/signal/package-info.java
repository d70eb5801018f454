/** What prospects do, and how the queue follows it. */
@NullMarked
package io.warmline.core.signal;

import org.jspecify.annotations.NullMarked;
