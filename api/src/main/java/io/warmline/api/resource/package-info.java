/** The operations of the contract, tag by tag: map in, call one use case, map out. */
@NullMarked
package io.warmline.api.resource;

import org.jspecify.annotations.NullMarked;
