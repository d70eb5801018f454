/**
 * The figures by which the ways of prospecting are compared: always numerator, denominator and
 * rate. Source: the trade's metrics.
 */
@NullMarked
package io.warmline.core.report;

import org.jspecify.annotations.NullMarked;
