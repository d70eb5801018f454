/** How much there is of what somebody who runs a server must watch, over all tenants. */
@NullMarked
package io.warmline.core.census;

import org.jspecify.annotations.NullMarked;
