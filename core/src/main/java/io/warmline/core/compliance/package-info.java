/**
 * When a prospect may be called: calling hours, the rules of law and of houses, and the openings
 * they make. Pure: no persistence, no framework.
 */
@NullMarked
package io.warmline.core.compliance;

import org.jspecify.annotations.NullMarked;
