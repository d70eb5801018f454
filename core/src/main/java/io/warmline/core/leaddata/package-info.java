/** What the books of other concepts hold about a lead. */
@NullMarked
package io.warmline.core.leaddata;

import org.jspecify.annotations.NullMarked;
