/** The queue: who is called next. Ranking, the claim's SQL, leases, window buckets. */
@NullMarked
package io.warmline.core.queue;

import org.jspecify.annotations.NullMarked;
