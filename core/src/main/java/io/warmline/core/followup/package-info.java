/** Messages owed after voicemails and conversations. */
@NullMarked
package io.warmline.core.followup;

import org.jspecify.annotations.NullMarked;
