/** Why calls were legal when they were made, for whoever asks years later. */
@NullMarked
package io.warmline.core.evidence;

import org.jspecify.annotations.NullMarked;
