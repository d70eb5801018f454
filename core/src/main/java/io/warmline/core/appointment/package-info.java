/**
 * Meetings set with prospects: their whole life, their confirmation, and the client's free slots.
 */
@NullMarked
package io.warmline.core.appointment;

import org.jspecify.annotations.NullMarked;
