package io.warmline.core.callrecord;

import io.warmline.core.queue.BlockCode;
import org.jspecify.annotations.Nullable;

/**
 * A rule against which a call was made. The call happened, so it is recorded; and so is this.
 *
 * @param code what forbade it
 * @param rule the calling rule, if one did
 * @param detail the same in words
 */
public record Breach(BlockCode code, @Nullable String rule, String detail) {}
