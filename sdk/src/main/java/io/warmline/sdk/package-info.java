/**
 * The Java client of Warmline: start at {@link io.warmline.sdk.WarmlineClient}.
 *
 * <p>A method is named like its operation in the contract. Failures are unchecked {@link
 * io.warmline.sdk.WarmlineException}s.
 */
@NullMarked
package io.warmline.sdk;

import org.jspecify.annotations.NullMarked;
