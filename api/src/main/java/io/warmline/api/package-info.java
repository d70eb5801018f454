/** The server: implements the interfaces generated from the contract, on top of the domain. */
@NullMarked
package io.warmline.api;

import org.jspecify.annotations.NullMarked;
