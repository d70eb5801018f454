/**
 * What is said in a call: talk tracks rendered from facts, and the linter of scripts. Pure: no
 * persistence, no framework.
 *
 * <p>A template is text with the names of facts in it and can reach nothing else. A fact that the
 * words need and nobody knows is an error that names it, never a vague phrase.
 */
@NullMarked
package io.warmline.core.talktrack;

import org.jspecify.annotations.NullMarked;
