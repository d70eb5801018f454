package io.warmline.core.queue;

import java.util.List;

/**
 * What an agent who asks for a lead may have.
 *
 * @param open the buckets in which may be called now
 * @param onBreak whether the agent is on a break
 * @param unseen whether it is time to note that the agent is there, or that the wrap-up is over
 * @param held how many leads the agent holds
 */
record Asking(List<Bucket> open, boolean onBreak, boolean unseen, int held) {}
