package io.warmline.core.phrase;

/**
 * What kind of answer a reading is.
 *
 * @param explanation the reading in English, to be repeated to the prospect: "the week of 7
 *     December"
 */
public record Sense(
    Precision precision, Anchor anchor, Confidence confidence, String explanation) {}
