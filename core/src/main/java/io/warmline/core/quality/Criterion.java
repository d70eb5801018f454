package io.warmline.core.quality;

/**
 * How a call did by one criterion of the firm.
 *
 * @param name as the firm calls it
 * @param score 0 to 100
 */
public record Criterion(String name, int score) {}
