package io.warmline.core.talktrack;

import io.warmline.core.phrase.Language;
import io.warmline.core.talktrack.Circumstances.Circumstance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns what a prospect said into what an agent says that the prospect said: the time that was
 * asked for, and the circumstance that was given for it. Words that say neither are never repeated.
 */
final class ReportedSpeech {

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "\\s*[,.;!?\u2014]+(?!\\d)\\s*|\\s+-\\s+|\\s+(?:but|so)\\s+|\\s+and (?=(?:then )?(?:you"
              + " can )?(?:call|ring|phone|try|give|get back|talk|ask|check)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** The request to call, without when. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "(?<!\\b(?:i|we|a|an|the|my|our|your|conference|board|team|can't|cannot|don't|not|never|won't|to)"
              + " )\\b(?:reach (?:back )?out(?: to (?:me|us))?(?: again)?|(?:get|come|circle)"
              + " back(?: (?:to|with) (?:me|us))?|(?:get|be) in touch(?: with (?:me|us))?(?:"
              + " again)?|(?:call(?:ed|ing)?|ring|rang|phone[sd]?|try|contact|dial|buzz|reach|catch|get|hit|ask)(?:"
              + " (?:me|us|back|again|up|my (?:cell|mobile)|at the"
              + " office))+|(?:call|ring|phone|try)(?: my (?:cell|mobile))?|check back(?: (?:in"
              + " )?with (?:me|us))?|follow up(?: with (?:me|us))?|touch base(?: with"
              + " (?:me|us))?|let's (?:talk|speak|chat|do (?:this|it|that))|(?:we can|we could)"
              + " (?:talk|speak|chat)|(?:talk|speak) to (?:me|us)|give (?:me|us)(?: (?:a|another)"
              + " (?:call|ring|buzz|shout|bell|try))?(?: back)?|(?:i'll|i will|we'll|we will) be"
              + " (?:back|free|available|in|around)(?: (?:in|at) the office)?|make it|leave it|hold"
              + " off|(?:how|what) about|(?:can|could) you do|i'd say)(?!\\w)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANAPHORA =
      Pattern.compile(
          "(?:(?:back|again|me|us) )*(?:then|after that|at that time|around then|that day|after)(?:"
              + " (?:please|instead))?",
          Pattern.CASE_INSENSITIVE);

  /** Who is not in before Tuesday is in from Tuesday on. */
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:not|never|cannot)\\b|n't\\b", Pattern.CASE_INSENSITIVE);

  /** What people say about themselves, or refuse: its times are none to call at. */
  private static final Pattern NO_REQUEST =
      Pattern.compile(
          "\\b(?:not|no|never|can't|cannot|don't|won't|isn't|every|each|away|out|off|until|till|busy|meeting|holidays?"
              + " (?:from|to)"
              + "|leave|closed|retire|retiring|signed|appointment|said|told|was|were|had|remove|list)\\b|\\b(?:he|she|they)(?:'s|'re|"
              + " )|^(?:i|we|i'm|we're|i've|we've|our|my)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WHILE_CLAUSE =
      Pattern.compile(
          "^(?:when|once|after|as soon as|until) (?:my|our|the|i|i'm|we|we're|it's)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** Behind it goes on what was said of then: "once we've moved we can talk". */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "^\\S+ .+ (?:i|we|you|they|he|she|it)(?:'ll|'d|"
              + " (?:can|could|will|would|may|might|should|shall))\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** What of such a clause may be said back: a matter of business, or that somebody is back. */
  private static final Pattern OF_BUSINESS =
      Pattern.compile(
          "\\b(?:"
              + Circumstances.THING
              + "|back|move|moved|moving|order|orders|quote|quotes|shop"
              + "|store|office|site)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Away then, and to be called then: one of the two was not meant. */
  private static final Pattern ABSENT =
      Pattern.compile(
          "(?:\\baway|(?:\\bwas|\\bwere|\\bbe|\\bis|\\bam|\\bare|'m|'re|'s) out|\\bout"
              + " of|\\boff|\\bon (?:\\w+"
              + " )?(?:leave|holidays?|vacation)|\\btravell?ing|\\babroad|\\bclosed|\\bshut)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Of two times the second may be meant: "Tuesday, no, Wednesday". */
  private static final Pattern CORRECTED =
      Pattern.compile(
          "[,.;-]\\s*(?:no|nope|wait|scratch that|i mean|or rather)\\s*,|\\bmake (?:that|it)"
              + " (?=\\w+day)",
          Pattern.CASE_INSENSITIVE);

  /** Counted from a time that was told, and not from when it was said. */
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\bthe (?:day|week|month|quarter|year|\\w+day) (?:before|after|following)"
              + "\\s*(?:$|[,.;!?])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNTED =
      Pattern.compile(".*\\b(?:before|after)(?: (?:that|then))?", Pattern.CASE_INSENSITIVE);

  /** By when somebody will have done something is no time to call, unless a call was asked for. */
  private static final Pattern DEADLINE = Pattern.compile("^by\\b.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern TO_AN_END =
      Pattern.compile("^(?:until|till|through|to)\\b.*", Pattern.CASE_INSENSITIVE);

  /** Words behind which "to set up an appointment" would be theirs: "once you were in". */
  private static final Pattern HANGING =
      Pattern.compile(".*\\b(?:in|on|at|to|of|for|with|up|out|about)", Pattern.CASE_INSENSITIVE);

  /** A request that is put in words of waiting: "leave it till Easter" asks for Easter. */
  private static final Pattern WAIT =
      Pattern.compile("^(?:till|until|for)\\s+", Pattern.CASE_INSENSITIVE);

  private final String said;
  private final boolean sameDay;
  private final List<String> clauses;

  private ReportedSpeech(String said, boolean sameDay) {
    this.said = said;
    this.sameDay = sameDay;
    this.clauses =
        Stream.of(CLAUSE_END.split(plain(said))).filter(clause -> !clause.isBlank()).toList();
  }

  /**
   * What can be said back of these words: of words in another language nothing, for the opener is
   * English.
   *
   * @param understood the words that were understood as the time of the call; empty: not known
   * @param sameDay whether it was said today, so that "this afternoon" still is this afternoon
   */
  static Reported of(String said, List<String> understood, boolean sameDay) {
    if (Language.likely(said) != Language.ENGLISH) {
      return Reported.NOTHING;
    }
    Reported found = new ReportedSpeech(said, sameDay).reported();
    Optional<String> known = understood(said, understood, sameDay);
    boolean corrected = known.isEmpty() && CORRECTED.matcher(said).find();
    boolean due =
        found.when().or(() -> known).filter(w -> DEADLINE.matcher(w).matches()).isPresent();
    if (corrected
        || RELATIVE.matcher(said).find()
        || (due && !SpokenTimes.is(said) && !REQUEST.matcher(said).find())) {
      return Reported.NOTHING;
    }
    return known.isPresent() && found.told().isEmpty()
        ? new Reported(Optional.empty(), false, known)
        : found;
  }

  /** From the first word that was understood to the last, with what stands between them. */
  private static String stretch(String said, List<String> understood) {
    int from = understood.isEmpty() ? -1 : said.indexOf(understood.get(0));
    int to = from;
    for (String words : understood) {
      int at = said.indexOf(words, Math.max(to, 0));
      if (at < 0) {
        return String.join(" ", understood);
      }
      to = at + words.length();
    }
    return from < 0 ? "" : said.substring(from, to);
  }

  /** Nobody is called "until Friday". */
  private static boolean isSayable(String time) {
    return !TO_AN_END.matcher(time).matches();
  }

  /** Words of several places make no sentence, unless they are times one after the other. */
  private static Optional<String> understood(
      String said, List<String> understood, boolean sameDay) {
    String stretch = plain(stretch(said, understood));
    return SpokenTimes.is(stretch) && isSayable(stretch) && Meant.by(said, stretch)
        ? Optional.of(placed(stretch, sameDay))
        : Optional.empty();
  }

  /** "call me when our contract is up" becomes "when your contract was up". */
  static String trigger(String said) {
    return of(said, List.of(), false).when().orElse("");
  }

  private Reported reported() {
    for (int i = clauses.size() - 1; i >= 0; i--) {
      Optional<Reported> found = requested(i);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return withoutRequest();
  }

  /**
   * What is no time alone is a clause, which is said as it stands; "two weeks before" is a time
   * where it was told of what.
   */
  private boolean isMeant(String time) {
    return COUNTED.matcher(time).matches()
        ? clauses.stream().anyMatch(clause -> Circumstances.in(clause, sameDay).isPresent())
        : !SpokenTimes.is(time) || (isSayable(time) && Meant.by(said, time));
  }

  private Optional<Reported> requested(int at) {
    Matcher request = REQUEST.matcher(clauses.get(at));
    int end = -1;
    String verb = "";
    while (request.find()) {
      end = request.end();
      verb = request.group().toLowerCase(Locale.ROOT);
    }
    if (end < 0) {
      return Optional.empty();
    }
    String rest = clauses.get(at).substring(end).strip();
    if (ANAPHORA.matcher(rest).matches()) {
      return Optional.of(then(at, rest.toLowerCase(Locale.ROOT).contains("after")));
    }
    boolean own = verb.startsWith("i'll") || verb.startsWith("i will") || verb.startsWith("we");
    if (own && clauses.get(at).toLowerCase(Locale.ROOT).contains("back")) {
      return Optional.of(circumstance(at).orElseGet(() -> at(rest)));
    }
    boolean waits = verb.equals("leave it") || verb.equals("hold off");
    String when = waits ? WAIT.matcher(rest).replaceFirst("") : rest;
    if (time(when).isEmpty() && !rest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(rest.isEmpty() ? aside(at) : withReason(at, at(when)));
  }

  /** "Our contract expires in September, call me then." */
  private Reported then(int at, boolean after) {
    for (int i = at - 1; i >= 0; i--) {
      Optional<Circumstance> why = Circumstances.in(clauses.get(i), sameDay);
      if (why.isPresent()) {
        return then(why.get(), after);
      }
      Optional<String> time = time(clauses.get(i));
      if (time.isPresent() && !after && isAbsent(clauses.get(i), time.get())) {
        return Reported.NOTHING;
      }
      if (time.isPresent()) {
        String from =
            NEGATED.matcher(clauses.get(i)).find()
                ? time.get().replaceFirst("(?i)^before ", "")
                : time.get();
        return new Reported(Optional.empty(), false, Optional.of(moment(from, after)));
      }
    }
    return Reported.NOTHING;
  }

  private static boolean isAbsent(String clause, String time) {
    return ABSENT.matcher(clause).find() && !TO_AN_END.matcher(time).matches();
  }

  private Reported then(Circumstance why, boolean after) {
    return isAbsent(why.told(), why.time()) && !after
        ? Reported.NOTHING
        : new Reported(Optional.of(why.told()), !after, Optional.of(moment(why.time(), after)));
  }

  /** "Until Monday, try then" asks for Monday; "until the 20th, call after that" for later. */
  private String moment(String time, boolean after) {
    String bare = time.replaceFirst("(?i)^(?:until|till|by) ", "");
    return after
        ? TimePhrase.seenLater("after " + bare.replaceFirst("(?i)^(?:on|in|at|after) ", ""))
        : placed(bare, sameDay);
  }

  /** A request whose time stands in the words after it, else before it. */
  private Reported aside(int at) {
    for (int i : at + 1 < clauses.size() ? List.of(at + 1, at - 1) : List.of(at - 1)) {
      if (i >= 0
          && !NO_REQUEST.matcher(clauses.get(i)).find()
          && time(clauses.get(i)).isPresent()) {
        return at(clauses.get(i));
      }
    }
    return Reported.NOTHING;
  }

  private Reported withReason(int at, Reported asked) {
    for (int i = 0; i < at; i++) {
      Optional<Circumstance> why = Circumstances.in(clauses.get(i), sameDay);
      if (why.isPresent()) {
        return new Reported(why.map(Circumstance::told), false, asked.when());
      }
    }
    return asked;
  }

  private Reported at(String words) {
    return new Reported(
        Optional.empty(), false, time(words).filter(this::isMeant).map(t -> placed(t, sameDay)));
  }

  private Reported withoutRequest() {
    for (int i = 0; i < clauses.size(); i++) {
      Optional<Reported> told = circumstance(i);
      if (told.isPresent()) {
        return told.get();
      }
    }
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      boolean sayable = !NO_REQUEST.matcher(clause).find() || SpokenTimes.is(clause);
      if (WHILE_CLAUSE.matcher(clause).matches() || (sayable && time(clause).isPresent())) {
        return at(clause);
      }
    }
    return Reported.NOTHING;
  }

  /** Somebody who is back, or away, at some time wants to be called then. */
  private Optional<Reported> circumstance(int at) {
    return Circumstances.in(clauses.get(at), sameDay)
        .filter(why -> why.told().contains(" be back"))
        .map(
            why ->
                new Reported(
                    Optional.of(why.told()), true, Optional.of(moment(why.time(), false))));
  }

  /** The words that say when; a clause that begins with "when" is taken as a whole. */
  private static Optional<String> time(String words) {
    Optional<String> leading = SpokenTimes.leading(words);
    if (leading.isPresent()) {
      return leading;
    }
    if (WHILE_CLAUSE.matcher(words).matches()) {
      String turned = Persons.turned(words);
      boolean said =
          OF_BUSINESS.matcher(words).find()
              && !Circumstances.arePrivate(words)
              && !GOES_ON.matcher(words).matches()
              && Senses.isSound(turned)
              && !HANGING.matcher(turned).matches();
      return said ? Optional.of(lowerFirst(turned)) : Optional.empty();
    }
    return SpokenTimes.in(words);
  }

  private static String placed(String time, boolean sameDay) {
    String placed = TimePhrase.withPreposition(keepsCapital(time) ? time : lowerFirst(time));
    return sameDay ? placed : TimePhrase.seenLater(placed);
  }

  private static String plain(String said) {
    return calm(said)
        .replaceAll("[\u2018\u2019\u02bc`\u00b4]", "'")
        .replaceAll("[\"\u201c\u201d{}]", "")
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .strip()
        .replaceAll("(?i)\\b([ap])\\.\\s?m\\.?", "$1m");
  }

  /** What was typed in capitals was not shouted. */
  private static String calm(String said) {
    boolean capitals = said.codePoints().noneMatch(Character::isLowerCase);
    return capitals ? said.toLowerCase(Locale.ROOT) : said;
  }

  private static boolean keepsCapital(String words) {
    return TimePhrase.isName(words.split(" ", 2)[0].toLowerCase(Locale.ROOT));
  }

  private static String lowerFirst(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
