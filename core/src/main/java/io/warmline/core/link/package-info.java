/** Tracked links: links of our own by which it shows who has clicked. */
@NullMarked
package io.warmline.core.link;

import org.jspecify.annotations.NullMarked;
