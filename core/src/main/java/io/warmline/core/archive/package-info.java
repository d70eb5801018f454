/** A firm as a file: everything that belongs to one tenant, to be taken to another database. */
@NullMarked
package io.warmline.core.archive;

import org.jspecify.annotations.NullMarked;
