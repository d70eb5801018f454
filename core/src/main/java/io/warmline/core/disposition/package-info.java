/**
 * The trade's table of outcomes, and what follows from each. Whatever decides about a call is here,
 * and all of it is pure: values in, values out; nothing is read, written or timed.
 */
@NullMarked
package io.warmline.core.disposition;

import org.jspecify.annotations.NullMarked;
