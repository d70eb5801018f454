/**
 * A fake Warmline for the tests of programs that use the SDK: in memory, with a clock to move and
 * faults to inject. Begin with {@link io.warmline.sdk.test.FakeWarmline}.
 */
@NullMarked
package io.warmline.sdk.test;

import org.jspecify.annotations.NullMarked;
