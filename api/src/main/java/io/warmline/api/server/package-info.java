/** Starting and stopping: the embedded database, the demo tenant. */
@NullMarked
package io.warmline.api.server;

import org.jspecify.annotations.NullMarked;
