/** PostgreSQL whose tables are distributed over several machines by tenant, with Citus. */
@NullMarked
package io.warmline.core.citus;

import org.jspecify.annotations.NullMarked;
