/** The operations of the contract as tools of the Model Context Protocol. */
@NullMarked
package io.warmline.api.mcp;

import org.jspecify.annotations.NullMarked;
