package io.warmline.core.script;

import io.warmline.core.talktrack.Opening;
import io.warmline.core.talktrack.TalkTrack;
import java.util.Optional;

/**
 * What to say in a call.
 *
 * @param offer the time that the words ask for; empty where they ask for none, or somebody put it
 *     into words of their own
 * @param opening how the call comes about
 * @param replaced how many wordings made no sense, or invited a "no", and gave way to plainer ones
 */
public record Words(TalkTrack track, Optional<Offer> offer, Opening opening, int replaced) {}
