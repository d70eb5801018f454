package io.warmline.core.talktrack;

import io.warmline.core.talktrack.OpenerTable.Slot;
import io.warmline.core.talktrack.OpenerTable.Wording;
import io.warmline.core.talktrack.TalkTrack.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says the words that are shipped. There always are some: of each part the first wording is said
 * whose facts are known, that makes sense, and that the linter does not flag.
 */
public final class Openers {

  /** What people wrote or said: only words with such facts in them can be nonsense. */
  private static final Set<Fact> FREE =
      EnumSet.of(
          Fact.TOLD,
          Fact.MOMENT,
          Fact.SUGGESTION,
          Fact.TRIGGER,
          Fact.REFERRER,
          Fact.CURRENT_VENDOR,
          Fact.PAST_PURCHASE,
          Fact.REASON,
          Fact.APPOINTMENT_WITH,
          Fact.APPOINTMENT_PLACE,
          Fact.MEETING_WITH,
          Fact.QUESTIONS,
          Fact.NEXT_STEP,
          Fact.NEED,
          Fact.ADDED_VALUE,
          Fact.CALLBACK_NUMBER);

  /** What is put into a sentence of ours, and must be no longer than can be said in it. */
  private static final Set<Fact> WITHIN =
      EnumSet.of(
          Fact.REASON,
          Fact.NEED,
          Fact.PAST_PURCHASE,
          Fact.ADDED_VALUE,
          Fact.CURRENT_VENDOR,
          Fact.TOLD,
          Fact.MOMENT,
          Fact.TRIGGER,
          Fact.SUGGESTION,
          Fact.APPOINTMENT_PLACE);

  /** The most characters of such words: some ten seconds. */
  private static final int LONGEST = 140;

  /** Letters that English is not written in; one alone may be a unit. */
  private static final Pattern OTHER_LETTERS = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]{2,}");

  private Openers() {}

  /**
   * Words, and how many of them had to give way.
   *
   * @param replaced how many wordings made no sense, or invited a "no", and were not said
   */
  public record Spoken(TalkTrack track, int replaced) {}

  /** What to say when a call comes about in this way. */
  public static Spoken say(CallOpening opening, Ask ask, CallFacts facts) {
    List<Part> parts = new ArrayList<>();
    int replaced = 0;
    for (Slot slot : OpenerTable.in(facts.voice()).slots(opening, ask)) {
      replaced += say(slot, opening.kind(), facts, parts);
    }
    return new Spoken(
        new TalkTrack(opening.kind(), parts, facts.discloseWithinSeconds()), replaced);
  }

  /**
   * What a campaign's own template says. If it makes no sense with what the prospect said, those
   * words give way.
   *
   * @throws UnusableTemplate if the template cannot make a talk track of the kind
   * @throws MissingFact if a fact is needed that is not known
   */
  public static Spoken own(CallKind kind, String template, CallFacts facts) {
    TalkTrack said = TalkTracks.render(kind, facts, template);
    return Senses.isWhole(said.text())
        ? new Spoken(said, 0)
        : new Spoken(TalkTracks.render(kind, facts.inPlainWords(), template), 1);
  }

  /** The facts without which not even the plainest words can be said, in their order. */
  public static List<Fact> missing(CallOpening opening, CallFacts facts) {
    return OpenerTable.in(facts.voice()).slots(opening, Ask.MEETING).stream()
        .map(slot -> slot.wordings().get(slot.wordings().size() - 1))
        .flatMap(wording -> needed(wording).stream())
        .distinct()
        .filter(fact -> facts.words(fact).isEmpty())
        .toList();
  }

  /** The template that says the same where every fact of the kind is known. */
  static String template(CallOpening opening) {
    return OpenerTable.in(Voice.AMERICAN).slots(opening, Ask.MEETING).stream()
        .map(slot -> usual(slot, opening.kind()).text().strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"))
        .replace("{{" + Fact.MAIL_SENDER.key() + "}}", "I");
  }

  private static Wording usual(Slot slot, CallKind kind) {
    return slot.wordings().stream()
        .filter(
            wording ->
                needed(wording).stream()
                    .allMatch(fact -> fact == Fact.MAIL_SENDER || kind.required().contains(fact)))
        .findFirst()
        .orElseThrow();
  }

  private static int say(Slot slot, CallKind kind, CallFacts facts, List<Part> parts) {
    int replaced = 0;
    List<Wording> known =
        slot.wordings().stream()
            .filter(
                wording -> needed(wording).stream().allMatch(fact -> facts.words(fact).isPresent()))
            .toList();
    if (known.isEmpty()) {
      known = List.of(slot.wordings().get(slot.wordings().size() - 1));
    }
    for (int i = 0; i < known.size(); i++) {
      Attempt attempt = new Attempt(kind, facts, i == known.size() - 1);
      Optional<List<Part>> said = attempt.at(known.get(i));
      if (said.isPresent()) {
        parts.addAll(said.get());
        return replaced + attempt.dropped;
      }
      replaced++;
    }
    return replaced;
  }

  private static List<Fact> needed(Wording wording) {
    return wording.lines().stream().flatMap(line -> line.needed().stream()).toList();
  }

  /** One try to say a wording; a line that depends on a fact can be left out. */
  private static final class Attempt {

    private final CallKind kind;
    private final CallFacts facts;
    private final boolean last;
    private int dropped;

    Attempt(CallKind kind, CallFacts facts, boolean last) {
      this.kind = kind;
      this.facts = facts;
      this.last = last;
    }

    Optional<List<Part>> at(Wording wording) {
      List<Part> parts = new ArrayList<>();
      StringBuilder needed = new StringBuilder();
      boolean free = false;
      boolean sayable = true;
      for (TemplateLine line : wording.lines()) {
        Optional<String> words = line.render(kind, facts);
        if (words.isEmpty()) {
          continue;
        }
        if (line.isOptional() && isBad(line, words.get())) {
          dropped++;
          continue;
        }
        free |= isFree(line);
        sayable &= isSayable(line);
        needed.append(needed.isEmpty() ? "" : " ").append(words.get());
        parts.add(new Part(line.codes(), words.get()));
      }
      boolean good = last || !free || (sayable && isGood(needed.toString()));
      return good ? Optional.of(parts) : Optional.empty();
    }

    private boolean isBad(TemplateLine line, String words) {
      return isFree(line) && !(isSayable(line) && isGood(words));
    }

    /** Whether what goes into the line can be said in it, and in English. */
    private boolean isSayable(TemplateLine line) {
      return line.all().stream()
          .filter(WITHIN::contains)
          .flatMap(fact -> facts.words(fact).stream())
          .allMatch(words -> words.length() <= LONGEST && !OTHER_LETTERS.matcher(words).find());
    }

    private boolean isFree(TemplateLine line) {
      return line.all().stream().anyMatch(FREE::contains);
    }

    private boolean isGood(String words) {
      return Senses.isWhole(words) && Linter.lint(kind, Scope.LINE, words).isEmpty();
    }
  }
}
