package io.warmline.core.script;

import io.warmline.core.talktrack.TalkTrack;
import java.util.Optional;

/**
 * What to say in a call.
 *
 * @param offer the time that the words ask for; empty where they ask for none, or somebody put it
 *     into words of their own
 */
public record Words(TalkTrack track, Optional<Offer> offer) {}
