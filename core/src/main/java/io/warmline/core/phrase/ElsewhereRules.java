package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clauses in which people talk about their own time or of other times: "I have a meeting at three",
 * "you called me on Monday", "we are open nine to five". What they name is no time to call.
 */
final class ElsewhereRules {

  static final Set<String> EVENTS =
      words(
          "meeting meetings call calls appointment appointments dentist doctor doctors doc vet"
              + " flight flights interview interviews conference webinar class classes lecture"
              + " hearing surgery presentation presentations demo training session sessions wedding"
              + " funeral party game match practice deadline delivery stop review lunch dinner"
              + " breakfast thing standup exam trip visit visitor visitors inspection audit viewing"
              + " event workshop seminar checkup scan operation procedure client clients customer"
              + " customers huddle catchup train bus plane shift duty court exam gig errand pickup"
              + " commitment engagement obligation reservation conflict town-hall retreat offsite"
              + " wake christening baptism communion graduation recital rehearsal barber"
              + " hairdresser deposition mediation reunion tournament physical haircut massage mri"
              + " sync one-on-one kickoff board builders plumber electrician");

  /** Present participles that do not say what one does at a time. */
  private static final Set<String> NOT_DOING =
      words(
          "morning evening during beginning meeting looking thinking hoping calling ringing working"
              + " coming being saying asking talking something anything everything nothing spring"
              + " following including excluding willing according regarding mooring wondering"
              + " phoning trying wanting needing training closing traveling travelling");

  private static final String PEOPLE =
      "i|we|he|she|they|you|somebody|someone|people|colleague|wife|husband|boss|partner|guys|anybody";

  private ElsewhereRules() {}

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" +")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean isDoing(String word) {
    return word.length() > 5 && word.endsWith("ing") && !NOT_DOING.contains(word);
  }

  static Stream<Rule> all() {
    return Stream.of(events(), doings(), plans(), errands(), past(), hours(), back(), answers())
        .flatMap(s -> s);
  }

  private static Stream<Rule> events() {
    return rule(
        m -> Mark.ELSEWHERE,
        "have|has|had|got|having|attend|attending|into|to|for|on|in|at|is"
            + " got|been? a|an|another|my|our|the|some|his|her|the|back|few|several|NUM * EVENT"
            + " appointment|meeting|call|meetings|calls|duty?",
        "have|has|got EVENT appointment|meeting|meetings|call|duty?",
        "my|our|his|her|their|the|next|this|your next|first|last? EVENT"
            + " is|are|was|starts|begins|runs|got|lands|leaves|at|on|from|takes",
        "my|our|his|her|their|the|next? EVENT gets",
        "meeting|appointment|interview|lunch|dinner|dentist|flight|class|party|wedding|funeral"
            + " is|are|at|on|starts|begins",
        "a|an|another meeting|appointment|interview|flight|conference|class|wedding|funeral",
        "in meetings|appointments|classes|calls|surgery|court|training|theatre all?",
        "have|has|had|got|having got? a|another call|calls",
        "meeting|seeing|visiting a|my|the|with|our|some * EVENT",
        "am|is|are meeting|training|closing",
        "back to back * EVENT",
        "board * meets|meet on?",
        "off to a|the|my * EVENT?",
        "on call",
        "am|is|are|be? expecting|awaiting a|another * call|calls",
        "am|is|are|be? waiting on|for a|another call");
  }

  private static Stream<Rule> doings() {
    return Stream.concat(
        rule(
            m -> Mark.ELSEWHERE,
            "am|is|are|be|was|were just|currently|about|now|only|still|also? DOING",
            "am|is|are about|off|due|supposed to",
            PEOPLE
                + " just|usually|normally|always?"
                + " start|starts|begin|begins|finish|finishes|leave|leaves|finish|finishes|start|starts|land|lands|fly|flies|board"
                + " work|for?",
            "get|gets|got off work|shift?",
            "get|gets|getting|wake|wakes|am|is|are up at|around|by|before?",
            "shift|day|work|school|class starts|begins",
            "knock|knocks|knocking|clock|clocks|clocking off|out|in early|late?",
            "have|has|got to pick|drop|go|leave|be|run|catch|get|take|collect|fetch|do",
            "pick|picks up my|the|our",
            "drop|drops off my|the|our",
            "head|heading|heads out|off|into|home|over"),
        rule(
            m -> Bound.UNTIL,
            "ends|finishes",
            "wraps|lets up|out",
            "is|are over|done|finished|through at|by",
            "goes|runs|lasts on? until"));
  }

  /** What will be done before or instead of the call. */
  private static Stream<Rule> plans() {
    return Stream.concat(
        rule(
            m -> Mark.STORY,
            "i|we|he|she|they will|ll|shall|gonna probably|also|just?"
                + " look|read|check|review|discuss|talk|speak|see|think|ask|decide|know|hear|find|send|email|mail|have|go|get|take|meet|study|consider|sort|chat|show|present|sleep|run|try|finish|start",
            "let me|us * look|check|ask|talk|think|see|discuss|read|speak|run|sleep|review|find",
            "need|needs|want|wants|have|has|got to"
                + " look|check|ask|talk|think|see|discuss|read|speak|run|sleep|review|find|decide",
            "am|is|are going to look|read|check|talk|speak|ask|see|send|discuss|think|have|be in|be"
                + " at"),
        rule(
            m -> Mark.OTHERS_CALL,
            "i|we|he|she|they will|ll|can|could call|ring|phone|contact you",
            "i|we|he|she|they will|ll get back to you",
            "i|we|he|she|they will|ll|shall|gonna just|then|probably? call|ring|phone|dial back?",
            "am|are|is going to call|ring|phone|dial back?",
            "will|would|can|could|shall|gonna give|drop you|him|her|them a?"
                + " call|ring|bell|buzz|shout|tinkle|line|note|message",
            "i|he|she|they will|shall|gonna just|then?"
                + " reach|follow|touch|check|circle|ping|buzz|text|message out|up|base|in|back|you",
            "you will hear from me|us",
            "let me call|ring|phone|dial you? back?",
            "get|come|reach|circle|check|follow|touch back|out|up|base to|with you",
            "will call|ring|phone you back? $",
            "will call you"));
  }

  /** "Send it by Friday", "email me today". */
  private static Stream<Rule> errands() {
    return rule(
        m -> Mark.STORY,
        "send|email|mail|text|forward|fax|post|drop|shoot|resend"
            + " me|us|it|that|them|over|the|something|a|an|some|your|this|him|her|info|information|details",
        "get me|us|it|that the|a|some|your|it|something|over",
        "put it|something in the? post|mail|writing",
        "have a look",
        "take a look");
  }

  private static Stream<Rule> past() {
    return rule(
        m -> Mark.STORY,
        PEOPLE
            + " just|already|only|had|have|has|ve|all|people|lot|guys?"
            + " called|rang|phoned|spoke|talked|met|bought|signed|emailed|sent|tried|started|went|moved|left|retired|decided|renewed|switched|promised|agreed|wrote|heard|missed|was|were|came|gave|received|ordered|joined|did|made|saw|wasted|became",
        "i|we|he|she|they|you just|already|only? got|had",
        "people|guys|lot just|already|have|only? called|rang|phoned",
        "have|has|had already? called|spoken|talked|met|signed|bought|been|got|had|tried|sent|gone",
        "been",
        "that|it|this was",
        "came by|over|round|out",
        "got|was|were moved|pushed|brought|born|rescheduled|postponed|closed|open|there"
            + " to|from|on|since?",
        "last|this DAY was",
        "should|could|would|might have",
        "used to",
        "since when * ring|call|phone|ringing|calling");
  }

  private static Stream<Rule> hours() {
    return rule(
        m -> Mark.STORY,
        "we|they|office|shop|store|warehouse|branch|place is|are? only? open",
        "our|the|my office|business|opening|working|shop|store? hours are|is",
        "we|they|shop|store|office|i close|closes|open|opens|shut|shuts up|down? for?",
        "we|they|shop|store|office is|are closing|opening|shutting",
        "half day",
        "is|are over|done|finished|up in",
        "open HOUR to|until HOUR",
        "NUM day a week",
        "NUM hour? a day|week");
  }

  /** "Back at two" is from two on, "back on Monday" on Monday. */
  private static Stream<Rule> back() {
    return rules(
        m -> List.of(Mark.BACK),
        "be|is|am|are|get|gets|come|comes|coming|getting|come|s|will|ll?"
            + " back|home|returns|return|returning in|into|at|from|off|to|on?"
            + " my|the|his|her|our|their|maternity|paternity|sick|annual?"
            + " office|desk|work|vacation|holiday|holidays|leave|pto|trip|town|site|travels?"
            + " on|at|around|by?",
        "back on|at|around|by|in?",
        "be|get|gets|will|usually in at|around|about",
        "in the? office from|at|around?",
        "gets|get home|in at|around|about|by?");
  }

  private static Stream<Rule> answers() {
    return Stream.of(
            rule(
                m -> Mark.ASK,
                "will|let talk|speak|chat to|with you",
                "get|schedule|book|set|arrange|do|want|like up? a quick|phone|another?"
                    + " call|callback|chat",
                "i mean|meant",
                "if you can|could|would|will please|just|possibly? call|ring|phone|try|reach|catch"
                    + " me|us|him|her? back? again?",
                "if you called|rang|phoned|tried me|us|back? back|again?",
                "better off calling|ringing|phoning|trying me|us|back? back|again?",
                "no ,",
                "no sorry ,?",
                "no ,? wait ,?",
                "wait ,? no ,?",
                "sorry ,",
                "make that",
                "lets|can|could we? pick this|it|things|that back? up again?",
                "or rather",
                "scratch that",
                "better yet",
                "going to be free|available|in|back|around",
                "move|push|change|bring it|this|that from DAY to",
                "prepone|postpone|prepone|bring it forward? to",
                "put|pop|pencil me|it|that|us? down|in|into? the? diary|calendar? for"),
            rules(
                m -> List.of(Mark.ASK, Mark.THAT),
                "call|ring|try|phone me|us|him|her|them? back? then|again? $"),
            rule(
                m -> Mark.FALLBACK,
                "if not then|,? call|try|ring|then?",
                "if i|we|he|she|nobody do|does|am|is|are not *"
                    + " answer|pick|there|in|available|around",
                "if i|we|he|she miss|misses",
                "if you|i|we|he|she cannot manage|do|make|answer|get? that|it|me|through?",
                "if that|it|this does|is not * work|suit|good|possible|convenient?",
                "failing that",
                "otherwise",
                "or else",
                "if that does not work|suit"))
        .flatMap(s -> s);
  }
}
