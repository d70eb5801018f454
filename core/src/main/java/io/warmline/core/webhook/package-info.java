/**
 * Events that are sent (Standard Webhooks 1.0): whom they go to, when, and what became of it. The
 * sending itself is done by a {@link io.warmline.core.webhook.Courier}.
 */
@NullMarked
package io.warmline.core.webhook;

import org.jspecify.annotations.NullMarked;
