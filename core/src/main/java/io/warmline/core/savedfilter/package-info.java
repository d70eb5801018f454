/** Which leads, kept under a name and looked up anew each time. */
@NullMarked
package io.warmline.core.savedfilter;

import org.jspecify.annotations.NullMarked;
