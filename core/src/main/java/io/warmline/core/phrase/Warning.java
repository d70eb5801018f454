package io.warmline.core.phrase;

/**
 * A remark on a reading.
 *
 * @param code for programs
 * @param sentence for people, in English
 */
public record Warning(WarningCode code, String sentence) {}
