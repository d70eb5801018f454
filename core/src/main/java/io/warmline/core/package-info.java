/**
 * Warmline's domain. A package is a concept of the trade; dependencies between them run one way
 * (see {@code ArchitectureTest}). Nothing here knows HTTP.
 */
@NullMarked
package io.warmline.core;

import org.jspecify.annotations.NullMarked;
