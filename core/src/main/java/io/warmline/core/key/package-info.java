/** Who makes keys of the API, takes their place and takes them back. */
@NullMarked
package io.warmline.core.key;

import org.jspecify.annotations.NullMarked;
