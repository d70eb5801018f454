/** The firms that use Warmline, their API keys, and the walls between them. */
@NullMarked
package io.warmline.core.tenant;

import org.jspecify.annotations.NullMarked;
