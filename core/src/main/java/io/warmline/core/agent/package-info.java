/** People who make calls. */
@NullMarked
package io.warmline.core.agent;

import org.jspecify.annotations.NullMarked;
