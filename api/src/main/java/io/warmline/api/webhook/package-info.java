/** Sends messages to webhooks, by HTTP and to public addresses only. */
@NullMarked
package io.warmline.api.webhook;

import org.jspecify.annotations.NullMarked;
