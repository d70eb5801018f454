/** Three servers on one PostgreSQL under faults, and an auditor of what came of it. */
@NullMarked
package io.warmline.api.faults;

import org.jspecify.annotations.NullMarked;
