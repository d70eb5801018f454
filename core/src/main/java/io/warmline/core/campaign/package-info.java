/** Campaigns: one list of leads, one offer, one set of policies. */
@NullMarked
package io.warmline.core.campaign;

import org.jspecify.annotations.NullMarked;
