/** A month in the life of a firm, and a book of promises that is kept beside the product's own. */
@NullMarked
package io.warmline.core.simulation;

import org.jspecify.annotations.NullMarked;
