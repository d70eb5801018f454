package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that change no time: the closed list on which a certain answer rests. */
final class SmallTalk {

  private static final Set<String> ARTICLES = words("the a an on at in of for about around like");

  private static final Set<String> COPULAS = words("is are be was am were");

  private static final Set<String> PRAISE =
      words(
          "better best good great fine perfect ideal ok okay easiest easier safest convenient"
              + " suitable preferable preferably prefer lets how hows what whats works suits"
              + " grand lovely brilliant super alright available free open opening slot so");

  /** What may stand in the clause of a time. */
  private static final Set<String> BESIDE =
      words(
          "the on onward onwards in of for a an at maybe perhaps probably possibly like sometime"
              + " some time please pls plz kindly say just right i you we it that this here my our"
              + " me us him her them he she they do does get well ok okay yes yeah yep yup sure"
              + " thanks thank ta cheers hi hello hey so um uh er erm hmm oh ah kind sort or-so"
              + " roughly about any anytime then also lets let how hows what whats works suits"
              + " better best good great fine perfect ideal ideally hopefully actually possible"
              + " can could will would shall to be am is are want need love prefer and again back"
              + " either convenient suitable easiest easier safest preferable preferably lovely"
              + " grand brilliant super wonderful awesome excellent cool alright fair enough sir"
              + " madam mate mr mrs ms pal guys folks definitely certainly absolutely exactly"
              + " honestly really quite pretty guess suppose think reckon believe hear speak talk"
              + " chat discuss your quote proposal price pricing offer demo details information"
              + " info product service something cell mobile phone landline number line office"
              + " desk home direct free available open opening slot try put pencil down"
              + " diary calendar schedule book arrange set up with one"
              + " though if sound sounds revisit reconnect");

  /** What may stand in a clause of its own, besides. */
  private static final Set<String> APART =
      words(
          "bye goodbye look listen sorry appreciate soon see got gotta go run dear afraid much"
              + " very lot lots there thing now sec course today's talking calling for ringing"
              + " many god bless take care busy");

  /** What may turn the sense of a sentence, so that no reason may have it. */
  private static final Set<String> TURNING =
      words(
          "not no never cannot without neither nor none hardly unless if provided providing"
              + " assuming assume depending depends subject whether otherwise may might could"
              + " should would maybe perhaps probably possibly hopefully wonder doubt joking"
              + " kidding mean meant cancel forget scratch ignore rather instead actually"
              + " correct correction wrong only always usually normally generally mostly mainly"
              + " typically every each except apart besides until till since before after"
              + " unlike whenever wherever while still yet again said says told");

  private static final Set<String> SUBJECTS =
      words("i we he she they it this that there my our his her their the somebody someone");

  private static final Set<String> VERBS =
      words(
          "am is are was were have has had got get gets need needs want wants do does will work"
              + " works run runs use uses like love make makes expires ends starts begins comes"
              + " goes renews closes opens finishes keeps handles deals takes");

  private static final Set<String> CONNECTORS = words("because cause cos as and so but well look");

  /** The most words before the verb of a reason: "my business partner is". */
  private static final int MOST_BEFORE_VERB = 4;

  private SmallTalk() {}

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean isArticle(Token token) {
    return ARTICLES.contains(token.text());
  }

  static boolean isCopula(Token token) {
    return COPULAS.contains(token.text());
  }

  /** Whether it says that a time is welcome. */
  static boolean isPraise(Token token) {
    return PRAISE.contains(token.text());
  }

  static boolean besideATime(Token token) {
    return BESIDE.contains(token.text()) || token.text().equals(",");
  }

  static boolean anywhere(Token token) {
    return besideATime(token) || APART.contains(token.text());
  }

  static boolean mayTurnTheSense(Token token) {
    return TURNING.contains(token.text()) && !token.text().matches("after|still");
  }

  static boolean mayTurn(Token token) {
    boolean verb = token.text().equals("am");
    return TURNING.contains(token.text()) || (!verb && Fillers.timely(token));
  }

  /** Whether it is a plain statement: "my partner has the figures". */
  static boolean states(List<Token> words) {
    int first = 0;
    while (first < words.size() && isConnector(words.get(first))) {
      first++;
    }
    if (first == words.size() || !SUBJECTS.contains(words.get(first).text())) {
      return false;
    }
    return words.subList(first, words.size()).stream()
        .limit(MOST_BEFORE_VERB + 1L)
        .anyMatch(token -> VERBS.contains(token.text()));
  }

  private static boolean isConnector(Token token) {
    return CONNECTORS.contains(token.text()) || token.text().equals(",");
  }
}
