/** Calls as they are on record: how they are kept, found, told of and forgotten. */
@NullMarked
package io.warmline.core.callrecord;

import org.jspecify.annotations.NullMarked;
