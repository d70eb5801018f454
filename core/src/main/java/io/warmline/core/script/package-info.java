/** What to say in this very call: the facts about it, gathered, and the words made of them. */
@NullMarked
package io.warmline.core.script;

import org.jspecify.annotations.NullMarked;
