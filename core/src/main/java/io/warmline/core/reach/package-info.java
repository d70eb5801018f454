/** What those see whose key is limited to a client or to an agent, and what they may name. */
@NullMarked
package io.warmline.core.reach;

import org.jspecify.annotations.NullMarked;
