/** The outbox: what happened, written in the transaction in which it happened. */
@NullMarked
package io.warmline.core.event;

import org.jspecify.annotations.NullMarked;
