/** Answers kept by idempotency key, so that a repeated request has no second effect. */
@NullMarked
package io.warmline.core.idempotency;

import org.jspecify.annotations.NullMarked;
