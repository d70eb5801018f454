package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Portion;
import java.util.List;
import java.util.stream.Stream;

/** Words that tie days and times together or tell which of them is the answer. */
final class LinkRules {

  private LinkRules() {}

  static Stream<Rule> all() {
    return Stream.of(portions(), bounds(), joins(), answers(), refusals()).flatMap(s -> s);
  }

  private static Stream<Rule> portions() {
    return Stream.of(
            rule(
                m -> Portion.BEGINNING,
                "the? very? beginning of|in?",
                "1th thing in|of?",
                "the 1th few days of",
                "the 1th part of"),
            rule(m -> Portion.EARLY, "early|earlier on? in|of?", "the early part of"),
            rule(m -> Portion.MIDDLE, "the? middle of?", "midway through", "halfway through"),
            rule(
                m -> Portion.LATE,
                "late in|on?",
                "the? latter|later|late|last part|half? of",
                "towards|toward the? end of"),
            rule(
                m -> Portion.END, "the? very? end of?", "the? tail? end of", "the last few day of"),
            rule(m -> Portion.FIRST_HALF, "the? 1th half of|in?"),
            rule(m -> Portion.SECOND_HALF, "the? 2th|last|other half of|in?"),
            rule(m -> Portion.LATER, "later in|on?", "the? rest|remainder of|this"),
            rules(m -> List.of(Portion.END, month(), Mark.GAP), "month end", "at month end"),
            rules(m -> List.of(Portion.END, year(), Mark.GAP), "year end"),
            rules(m -> List.of(Portion.END, quarter(), Mark.GAP), "quarter end"))
        .flatMap(s -> s);
  }

  private static Item month() {
    return new Item.Date(a -> a.monthAfter(0));
  }

  private static Item year() {
    return new Item.Date(a -> Almanac.year(a.today().getYear()));
  }

  private static Item quarter() {
    return new Item.Date(a -> a.quarterAfter(0));
  }

  private static Stream<Rule> bounds() {
    return Stream.of(
            rules(m -> List.of(Bound.BEFORE, Mark.THAT), "before that|then"),
            rules(
                m -> List.of(Bound.AFTER, Mark.THAT),
                "after|following that|then",
                "once that is over|done"),
            rule(
                m -> Bound.BEFORE,
                "before",
                "only before",
                "prior to",
                "ahead of",
                "earlier than",
                "no later than before",
                "sooner than",
                "pre ~",
                "not wait|waiting|delay|dither until",
                "do|does|will|would|should|could|can|must|shall not wait|delay until",
                "cannot wait until",
                "cannot|not keep|hold|wait until",
                "no need|point|use wait|waiting until",
                "no need|point|use to|in wait|waiting until",
                "why wait until"),
            rule(
                m -> Bound.BY,
                "by",
                "between now and",
                "from now until|to",
                "no later than",
                "not later than",
                "at the latest by",
                "not after",
                "nothing after|past",
                "on or before",
                "before or on",
                "or before $"),
            rule(m -> Bound.UNTIL, "up? until", "up to", "through to", "up to and including"),
            rules(m -> List.of(Mark.AWAY, Bound.UNTIL), "out|off|away|gone|unavailable until"),
            rules(
                m -> isWork(m) ? List.of(Bound.UNTIL) : List.of(Mark.AWAY, Bound.UNTIL),
                "am|is|are|be in|at|on|above|over|below|up|down * until"),
            rule(
                m -> Bound.AFTER,
                "after",
                "only after",
                "back from",
                "later than",
                "post ~",
                "past",
                "following",
                "once we are past",
                "once it is after"),
            rule(
                m -> Bound.FROM,
                "not before",
                "nothing|none before|until",
                "no earlier|sooner than",
                "not|cannot|never|hardly * until|before",
                "am|is|are|be|will|ll|would|do|does|did|could|should|can not * until|before",
                "not * earlier|sooner than",
                "no need|point|use * until|before",
                "leave|hold it|that|this|off|on with? me|us? until",
                "wait|hold|leave until",
                "not earlier|sooner than",
                "not until",
                "wait|need until",
                "hold off until",
                "give me|us until",
                "cannot until",
                "not until at? least",
                "not free|available|back|in until",
                "not be free|available|back|in until",
                "as of",
                "free|available|done|finished|home by",
                "i am free|available|open by",
                "from",
                "beginning from|on",
                "since",
                "on or after",
                "or after $"))
        .flatMap(s -> s);
  }

  /** At work until then, so that one can be called there. */
  private static boolean isWork(Match m) {
    return Stream.of("office", "work", "here", "desk", "home").anyMatch(m::has);
  }

  private static Stream<Rule> joins() {
    return Stream.of(
            rule(
                m -> Join.OR,
                "or",
                "or maybe|perhaps|possibly?",
                "or else",
                "or? alternatively",
                "and"),
            rule(m -> Join.TO, "to", "-", "through"),
            rule(m -> Mark.AT, "at"),
            rule(m -> Mark.BETWEEN, "between"),
            rule(m -> Mark.ABOUT, "about", "around", "say"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> answers() {
    return Stream.of(
            rule(
                m -> Mark.ASK,
                "call|ring|try|phone|reach|contact|dial|catch|buzz|ping"
                    + " me|us|back|again|him|her|them back|again|up?",
                "i have got? some|a? time",
                "have|need|got just|only? to call|ring|try|phone|contact|reach me|us|him|her"
                    + " back|again?",
                "call|ring|phone|callback",
                "give me|us a? call|ring|buzz|shout|bell back?",
                "give me|us another? call|ring|try",
                "get back to|with me|us?",
                "get in touch|contact",
                "come back to me|us",
                "get hold of me|us|him|her",
                "check back|in?",
                "follow up",
                "reach out",
                "touch base",
                "circle back",
                "talk|speak|chat again?",
                "reconnect",
                "lets do|say|try|make it?",
                "can|could|shall|may we say|try",
                "can|could|shall|may we make it",
                "can|could|would|will|have someone|somebody|anyone|anybody call|ring|phone|try"
                    + " me|us back|again?",
                "make it",
                "how about",
                "what about",
                "actually|rather|instead|better",
                "so|but"),
            rule(
                m -> Mark.ACCEPT,
                "works|work|suits|is"
                    + " better|fine|good|best|great|ok|okay|free|perfect|ideal|possible",
                "works|suits",
                "would work|be",
                "will work|do",
                "should work|be",
                "might work|be",
                "is when",
                "i am free|available|open"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> refusals() {
    return Stream.of(
            rule(
                m -> Mark.REJECT_NEXT,
                "not on|in?",
                "instead of",
                "rather than",
                "except|excluding|bar for?",
                "anything|anytime|any but|except",
                "any time but|except",
                "any day|time but|except",
                "cannot do|make|talk|speak|take? calls? on?",
                "can never do",
                "never on?",
                "no",
                "do not call|ring|phone|try|contact me|us? back? on?",
                "would|will|should|could not call|ring|phone|try me|us|him|her? on?",
                "would|could not do|make",
                "neither",
                "nor",
                "rather not",
                "no calls|calling"),
            rule(
                m -> Mark.REJECT_LAST,
                "does|do|is|will|would not work|good|suit|do|great|possible|ideal|best? for?"
                    + " me|us?",
                "is|are no good|use|way",
                "is|are out|impossible|bad|terrible|full|packed|crazy|hectic|booked|off",
                "will not $",
                "will not work|do|suit",
                "i cannot $"),
            rule(
                m -> Mark.AWAY,
                "unavailable|away|gone|off|closed|shut|traveling|travelling|abroad|offsite|offline",
                "out of the? office|town|country?",
                "on the road|move",
                "am|be|is|are out sick?",
                "am|be|is|are out of the? office|town|country",
                "on vacation|holiday|holidays|leave|pto",
                "not available|free|around|here|in|working|there",
                "not be? available|free|around|here|in|working",
                "in meetings|training|court|surgery",
                "in a|another meeting|conference",
                "at a|another meeting|conference|show|tradeshow|fair",
                "busy|tied|booked|swamped|slammed up?",
                "busy all?",
                "full|packed",
                "flat out",
                "snowed under",
                "booked solid|up?",
                "tied|caught|held up",
                "on|in * leave|vacation|holiday|holidays|pto|rdo|smoko|site|assignment",
                "am|is|are|be off|out|away sick?",
                "under the weather",
                "up to my|our eyes|neck|ears",
                "not in|here|there|around|working|home",
                "off sick"))
        .flatMap(s -> s);
  }
}
