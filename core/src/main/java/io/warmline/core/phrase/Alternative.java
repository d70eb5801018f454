package io.warmline.core.phrase;

/**
 * Another reading of the same words.
 *
 * @param window its own dates and times, local
 * @param why when this reading would be the right one, in English
 */
public record Alternative(Window window, String why) {}
