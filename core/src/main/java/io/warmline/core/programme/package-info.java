/** Standing rules that turn quiet leads and customers into warm calls. */
@NullMarked
package io.warmline.core.programme;

import org.jspecify.annotations.NullMarked;
