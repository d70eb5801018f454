/**
 * Refusals of calls as people write them: in the notes of a lead or a call, in a tag, in a column
 * of a list, beside a name or a number. Pure: no persistence, no framework.
 *
 * <p>What follows is decided where the words were found. A list is heeded, with a warning: nobody
 * looks at each of its rows. What one person writes of another is pointed at.
 */
@NullMarked
package io.warmline.core.refusal;

import org.jspecify.annotations.NullMarked;
