package io.warmline.core.talktrack;

/**
 * Words that invite a "no", or the lack of some.
 *
 * @param start where they begin in the text, from 0, in UTF-16 code units
 * @param end where they end, itself not part of them; what is lacking has the whole text
 * @param why what they do to a call
 * @param better words to say instead
 */
public record Finding(
    LintCode code, int start, int end, Severity severity, String why, String better) {}
