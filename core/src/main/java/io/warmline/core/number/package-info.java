/**
 * A phone number as a thing of its own: who has it, what is known of it, what calls to it came to.
 */
@NullMarked
package io.warmline.core.number;

import org.jspecify.annotations.NullMarked;
