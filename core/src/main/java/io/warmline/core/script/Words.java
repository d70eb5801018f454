package io.warmline.core.script;

import io.warmline.core.campaign.Qualifying;
import io.warmline.core.talktrack.CallOpening;
import io.warmline.core.talktrack.TalkTrack;
import java.util.List;
import java.util.Optional;

/**
 * What to say in a call.
 *
 * @param offer the time that the words ask for; empty where they ask for none, or somebody put it
 *     into words of their own
 * @param questions those of the words that are answered by their ids; empty: none are asked
 * @param opening how the call comes about
 * @param replaced how many wordings made no sense, or invited a "no", and gave way to plainer ones
 */
public record Words(
    TalkTrack track,
    Optional<Offer> offer,
    List<Qualifying.Question> questions,
    CallOpening opening,
    int replaced) {

  /** Keeps a copy. */
  public Words {
    questions = List.copyOf(questions);
  }
}
