package io.warmline.core.script;

import io.warmline.core.talktrack.CallOpening;

/**
 * Words were not said because they made no sense, or invited a "no": plainer ones stand for them.
 * Fired as an event of the process, to be counted.
 *
 * @param times how many wordings of one call
 */
public record WordsGaveWay(CallOpening opening, int times) {}
