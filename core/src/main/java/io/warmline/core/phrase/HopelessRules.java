package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import io.warmline.core.phrase.Item.Mark;
import java.util.stream.Stream;

/** Words without a time, and why there is none; and the contract, whose end may be known. */
final class HopelessRules {

  private HopelessRules() {}

  static Stream<Rule> all() {
    return Stream.of(
            conditions(), when(), vague(), busy(), past(), recurring(), others(), contract())
        .flatMap(s -> s);
  }

  private static Stream<Rule> conditions() {
    return rule(
        m -> Mark.CONDITION,
        "once",
        "if",
        "unless",
        "as soon as",
        "depends|depending on?",
        "after|once|following|until the NUM UNIT",
        "after we|i|my|our|he|she|they|you",
        "until we|i|my|our|he|she|they");
  }

  private static Stream<Rule> when() {
    return rule(m -> Mark.WHEN, "when");
  }

  private static Stream<Rule> vague() {
    return rule(
        m -> Mark.VAGUE,
        "whenever",
        "some|an other|another time|day",
        "another|other time|day",
        "later $",
        "later on $",
        "soon",
        "eventually",
        "someday",
        "1 day $",
        "some day",
        "sometime",
        "sometime later",
        "not now",
        "not right now",
        "not today $",
        "in the future",
        "at some point",
        "one of these days",
        "down the road|line",
        "in a while|bit|moment|second|sec",
        "a bit later",
        "no idea",
        "not sure",
        "any time",
        "anytime",
        "at a better time");
  }

  private static Stream<Rule> busy() {
    return rule(
        m -> Mark.BUSY,
        "bad time",
        "not a good time",
        "not the? best time",
        "driving",
        "am at lunch|dinner|breakfast",
        "in the middle of something",
        "rushing",
        "hands full",
        "no time",
        "cannot talk");
  }

  private static Stream<Rule> past() {
    return rule(
        m -> Mark.PAST,
        "yesterday",
        "the day before yesterday",
        "last week|month|year|quarter|night|DAY|MONTH|SEASON",
        "this past DAY|MONTH|SEASON|weekend",
        "DAY last|past|gone $",
        "DAY just gone|past",
        "earlier on? today|this",
        "COUNT UNIT ago",
        "the? past COUNT? UNIT",
        "the? last COUNT UNIT",
        "since last? DAY|MONTH|YEAR");
  }

  private static Stream<Rule> recurring() {
    return rule(
        m -> Mark.RECURRING,
        "every other? DAY|UNIT|PART|ORD|week|2th",
        "every ORD DAY|UNIT",
        "each DAY|UNIT|PART",
        "every NUM UNIT",
        "in|during the week|month $",
        "daily",
        "weekly",
        "monthly");
  }

  /** Numbers and names that look like times and are none. */
  private static Stream<Rule> others() {
    return rule(
        m -> Mark.GAP,
        "have|has|had|got|spent|took|takes|about COUNT UNIT meeting|call|job|project",
        "for over|more? than? COUNT UNIT now|already",
        "have|has|had|got|spent|took|take|takes COUNT UNIT",
        "can|could do|spare|manage|stay COUNT UNIT",
        "NUM|# a|per|each|every UNIT",
        "COUNT UNIT old|contract|minimum|notice",
        "you may",
        "i may",
        "we may",
        "may i|we|you|be|have|not",
        "extension NUM|#",
        "extension is|number? NUM|#",
        "ext NUM|#",
        "room NUM",
        "option NUM",
        "number NUM",
        "press NUM",
        "suite NUM",
        "1th|2th|3th time|thing|place|opportunity|chance|floor|line|call|name");
  }

  /** The end of the contract, by the verbs and nouns that people have for it. */
  private static Stream<Rule> contract() {
    return rule(
        m -> Mark.CONTRACT,
        "contract|agreement|lease|subscription|licence|license|policy|deal|plan"
            + " is|are|comes|gets|runs|will|expires|ends|end|expire|renews|renew|finishes|lapses|up|over|out|be|due|terminates|concludes|beginning"
            + " for|to? up|out|over|renewal|end|expire|renew?",
        "beginning|end|expiry|expiration|renewal|termination of my|our|the|this|your?"
            + " current|existing|present?"
            + " contract|agreement|lease|subscription|licence|license|policy|deal",
        "the? end of my|our|the|this|your? current|existing|present?"
            + " contract|agreement|lease|subscription|licence|license|policy|deal",
        "contract|agreement|lease|subscription|licence|license|policy"
            + " renewal|end|expiry|expiration|renewals date?",
        "up for renewal",
        "we|it renew|renews|renewing",
        "out of contract",
        "our|the|my renewal is|comes? up?",
        "renewal date|time");
  }
}
