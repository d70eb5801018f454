package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import io.warmline.core.phrase.Item.Mark;
import java.util.stream.Stream;

/** Words that only look like times, and refusals that refuse no time. */
final class IdiomRules {

  private IdiomRules() {}

  static Stream<Rule> all() {
    return Stream.of(months(), seasons(), days(), moments(), numbers(), refusals()).flatMap(s -> s);
  }

  /** Verbs and given names. */
  private static Stream<Rule> months() {
    return rule(
        m -> Mark.GAP,
        "march right|on|ahead|into|in|over|up|down|off|past|straight|forward",
        "i|we|they|he|she|you march to|in|with|up|down|$",
        "marching|marched orders?",
        "to|for|with|is|ask|named|called|about|from june|april|may|august"
            + " in|from|at|is|handles|who|she|speaking|about|first",
        "june|april|may|august * in|from"
            + " accounting|accounts|sales|purchasing|procurement|marketing|hr|finance|it",
        "june|april|may|august handles|speaking|does|takes|said|told|left|wants|has|deals|here",
        "june|april|may|august is on|at|in|out|not|away|off|the|our|my",
        "wife|daughter|assistant|secretary|colleague|boss|manager june|april|may|august",
        "june|april|august and? i",
        "may as well",
        "come what may",
        "an august",
        "may the",
        "you|we|she|he|they|it|there|one|who|which|that|deal|this|things|sales|prices may");
  }

  private static Stream<Rule> seasons() {
    return rule(
        m -> Mark.GAP,
        "autumn through|apart|behind|off|back|over|short|asleep|out|down|for|into|flat|on|in deaf?",
        "will|to|may|might|not|could|would|can|should|it|sales|prices|deal|that|them|things|numbers|rates"
            + " autumn",
        "autumn between the? cracks?",
        "free autumn",
        "spring it|for|into|up|back|chicken|water|cleaning|mattress|loaded|to|surprise",
        "will|to|not|would|cannot spring",
        "summer house|dress|school|intern|camp",
        "winter is coming",
        "winter coat|tyres|tires");
  }

  private static Stream<Rule> days() {
    return rule(
        m -> Mark.GAP,
        "saturday down|through|there|here|with|around|back",
        "just|only|we|i|he|she|have saturday down|on|through|there|here|with|around|back",
        "sunday is shining|out|up",
        "wednesday gone",
        "DAY gone",
        "day in and? day? out",
        "call it a day",
        "the other day|week|month",
        "day is young|over|done",
        "all day every day",
        "day to day",
        "have|got all day",
        "my|your|his day is",
        "make my day",
        "day by day",
        "at the end of the day it|its|that|this|we|i|you|they",
        "dayend it|its|that|this|we|i|they|price|money is?",
        "at dayend it|its|that|this|we|i|they is?",
        "in this day and age",
        "not my day",
        "another day another",
        "it is early day",
        "we are halfway|midway through the UNIT",
        "halfway|midway through the|a UNIT already|now?",
        "a month of sunday habitually?",
        "thank god it is",
        "one of those day|week",
        "long|bad|busy|crazy|hectic|rough|tough|good|great|nice|hell day|week|month|year",
        "day|week|month|year from hell",
        "good|nice|lovely day|week|weekend|morning|afternoon|evening",
        "have|had a good|nice|great|lovely|long|bad|busy day|week|weekend|one|month",
        "happy DAY|FEAST",
        "not|never in a? million|thousand|billion UNIT",
        "not|never in 100 UNIT",
        "not until hell",
        "when hell freezes over",
        "twelfth|12th of never",
        "black friday deal|deals|sale|sales|prices");
  }

  private static Stream<Rule> moments() {
    return rule(
        m -> Mark.GAP,
        "moment",
        "just|give|wait|hold|hang|bear|have|got|for|1|a|with|me|us|on? a|1|1th?"
            + " sec|second|tick|jiffy|mo|moment|minute|min",
        "wait|hang|hold|just|only|spare|got|have|has|give|take|me|us a|1 minute $",
        "wait|hang|hold|just|only|spare|got|have|has|give a minute please|there|now",
        "hold on",
        "hang on",
        "in a|2|few? tick|ticks|jiffy|mo|flash|heartbeat",
        "half a mo|tick|sec|minute $",
        "bear with me",
        "just|for a 2th",
        "a 2th",
        "2th thought|thoughts|hand|opinion|to|nature|look|guess|language",
        "on 2th thought|thoughts",
        "once in a blue moon",
        "once or twice",
        "once more|again|upon",
        "at once",
        "for once",
        "at the last minute",
        "last minute",
        "last straw|resort|thing|call|but|person|chance|word|name|one",
        "up to the minute",
        "a stitch in time",
        "in the nick of time",
        "the eleventh hour",
        "11th hour is?",
        "in the long|short run",
        "better late than never",
        "time is money",
        "every time",
        "half the|our|of|my|a team|staff|people|company|chance|price|million|dozen?",
        "a? quarter of a|our|the|my",
        "quarter million",
        "NUM UNIT in|into|behind|ahead|late|early|old|overdue|away",
        "NUM UNIT"
            + " notice|contract|warranty|term|lease|guarantee|trial|deal|agreement|plan|period|minimum|cycle|program",
        "24|48 hour operation|service|turnaround|shop|support",
        "1 day|24 operation|turnaround",
        "COUNT UNIT with|of experience",
        "with|for|over|been|after NUM|few|a UNIT now|already",
        "we|i|have|been with * for COUNT UNIT",
        "twice|thrice|once|times a|per UNIT",
        "NUM time a|per|this|in UNIT?",
        "NUM|2 or 3? times");
  }

  /** Numbers that count or name other things. */
  private static Stream<Rule> numbers() {
    return rule(
        m -> Mark.GAP,
        "team|group|staff|company|family|crew|party|fleet of NUM",
        "NUM people|employees|staff|sites|kids|children|users|seats|locations|offices|trucks|vehicles|units|drivers|lines|guys|reps|engineers|stores|shops|branches|cars|vans|machines|licenses|licences|others|quotes|vendors|suppliers|companies|questions|calls|emails|messages|times|thing|things|items|pages|options|reasons|percent|dollars|pounds|euros|quid|grand|bucks|thousand|million|k|rupees|lakh|lakhs|floors|rooms|tons|acres|miles|man",
        "have|has|got|run|employ|employs|about|over|around|roughly NUM"
            + " people|employees|staff|sites|kids|children|users|locations|offices|trucks|vehicles|meetings|calls|appointments|others",
        "a NUM person|man|seat|bed|room|truck shop|team|company|office|operation?",
        "costs|pay|paying|cost|price|worth|paid|spend|charge|charges|for NUM|# a|per|each|every"
            + " UNIT",
        "costs|pay|paying|cost|price|worth|paid|spend|charge|charges NUM|#",
        "am|is|turned|turning|aged|turn NUM , i|he|she",
        "sixes and sevens",
        "9 to 5 kind|job|guy|person|operation|shop|place",
        "a 9 to 5",
        "at 6 and 7",
        "NUM out of NUM|NUM",
        "number NUM|1",
        "NUM|1 of the|our|my|your|us|those|these",
        "1 more|moment|thing|question|time|second|problem|issue|sec",
        "plan b|a",
        "version|model|form|page|chapter|step|phase|level|tier|grade|class|flight|gate|line|bay|dock|unit|apartment|apt|flat|house|floor|building|desk"
            + " NUM|# HALF?",
        "covid NUM",
        "form|section NUM",
        "1th of all",
        "1th come",
        "1th rodeo|time|thing|name|class|place|impression|language|choice|priority|thing|aid",
        "firstthing 1th",
        "2th|3th|4th|5th|6th|7th"
            + " time|call|vendor|company|person|one|offer|quote|email|opinion|party",
        "2th to none",
        "the 2th|minute|moment|day you|i|we|he|she|they",
        "2th in command|line|charge",
        "3th time lucky",
        "NUM|1 or 2 others|more|people",
        "NUM no|of");
  }

  /** Negations that refuse no time. */
  private static Stream<Rule> refusals() {
    return Stream.concat(
        rule(
            m -> Mark.GAP,
            "not sure|interested|now|yet|really|bad|necessarily|exactly|quite|too|much|so"
                + " problem|fan|lot|big|huge?",
            "do not"
                + " know|think|mind|worry|care|understand|remember|have|need|want|hesitate|bother|get",
            "do|does|did not hear|see|get|mean|catch|matter",
            "cannot"
                + " hear|complain|wait|remember|promise|say|tell|believe|see|help|afford|commit|decide|find|stop|make"
                + " head",
            "no problem|worries|thanks|thank|rush|hurry|idea|need|doubt|pressure|matter|bother|way|one|trouble|longer|use|point|interest|budget",
            "is not it",
            "why not",
            "if not|possible|convenient|okay|ok|so|needed|necessary",
            "if you like|want|can|could|please|would|will|prefer|wish $",
            "if you like|want|prefer|wish to call|ring|phone|try ~",
            "if you can|could|would make it ~",
            "if you do not mind",
            "if that|it is|works|suits|would all?"
                + " right|ok|okay|fine|possible|convenient|good|be|work?",
            "not to mention",
            "not my cup|fault|problem|decision|job|department|area|first|call",
            "never mind|better|heard|been|again",
            "better late than never",
            "i would rather not $",
            "i would rather you",
            "the right person",
            "not the right|best person|one|man|time",
            "have|has not"
                + " had|got|seen|heard|decided|looked|read|received|started|signed|finished|been|a|the"
                + " time|chance|moment? to?"),
        rule(
            m -> Mark.BUSY,
            "not at a? good|great|convenient time",
            "not the|a good|great|best|right|convenient time|moment",
            "cannot|not talk|speak|chat|really right? now?",
            "in the middle of something|lunch|dinner|a meeting",
            "caught|come|called|got me|you at * time",
            "up to my|our eyes|neck|ears eyeballs?",
            "rushed off my feet",
            "hands are full",
            "with a|another customer|client|patient|someone|somebody",
            "with clients|customers|patients|people",
            "gone|left|out for the day",
            "on the other|another line",
            "on my|his|her way",
            "stepped|nipped|popped|run out",
            "at my wits end"));
  }
}
