/** Warm leads delivered to the client, who accepts them or returns them with a reason. */
@NullMarked
package io.warmline.core.handoff;

import org.jspecify.annotations.NullMarked;
