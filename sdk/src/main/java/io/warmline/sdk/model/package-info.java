/** What is sent and received, generated from the contract. */
@NullMarked
package io.warmline.sdk.model;

import org.jspecify.annotations.NullMarked;
