package io.warmline.core.talktrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into sentences and these into words. Linear in its length. */
final class Sentences {

  /** None of the branches can be matched in two ways. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<fact>\\{\\{[^{}]*+\\}\\})"
              + "|(?<half>\\b[ap]\\.\\s?m\\b\\.?)"
              + "|(?<title>\\b(?:mr|mrs|ms|dr|prof|st)\\.)"
              + "|(?<number>\\d++(?::\\d\\d)?)"
              + "|(?<word>\\p{L}++(?:'\\p{L}++)*+)"
              + "|(?<end>[.!?;\u2026]++|\\n\\s*\\n)"
              + "|(?<pause>[,:()\u2013\u2014]|\\s-+\\s)",
          Pattern.CASE_INSENSITIVE);

  /** After these an 's is "is"; after others it is a possessive. */
  private static final Set<String> IS =
      Set.of(
          "what",
          "how",
          "it",
          "that",
          "there",
          "who",
          "where",
          "when",
          "here",
          "he",
          "she",
          "now",
          "everything",
          "which");

  private static final Map<String, String> ENDINGS =
      Map.of("m", "am", "re", "are", "ve", "have", "ll", "will", "d", "would");

  private static final Set<String> YOU_ALL = Set.of("guys", "folks", "chaps", "lads", "ladies");

  /** The length of "'d". */
  private static final int SHORTENED = 2;

  /** Behind "'d" they say what had happened. */
  private static final Set<String> PARTICIPLES =
      Set.of(
          ("told said had been felt thought found heard spoken taken given seen written gotten left"
                  + " lost bought chosen better gone done sent rung met")
              .split(" "));

  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("im", "i'm"),
          Map.entry("youre", "you're"),
          Map.entry("youve", "you've"),
          Map.entry("ive", "i've"),
          Map.entry("dont", "don't"),
          Map.entry("didnt", "didn't"),
          Map.entry("cant", "can't"),
          Map.entry("wont", "won't"),
          Map.entry("wasnt", "wasn't"),
          Map.entry("werent", "weren't"),
          Map.entry("isnt", "isn't"),
          Map.entry("arent", "aren't"),
          Map.entry("whats", "what's"),
          Map.entry("cannot", "can't"));

  private final String script;
  private final List<List<Word>> sentences = new ArrayList<>();
  private List<Word> current = new ArrayList<>();

  private Sentences(String script) {
    this.script = script;
  }

  /** Curly quotes count as straight ones, and no character changes its place. */
  static List<List<Word>> of(String script) {
    Sentences cut = new Sentences(script.replaceAll("[\u2018\u2019\u02bc`\u00b4]", "'"));
    Matcher token = TOKEN.matcher(cut.script);
    while (token.find()) {
      cut.add(token);
    }
    cut.endSentence();
    return cut.sentences;
  }

  private void add(Matcher token) {
    if (token.group("end") != null) {
      endSentence();
    } else if (token.group("pause") != null) {
      current.add(new Word(Word.PAUSE, token.start(), token.end()));
    } else if (token.group("word") != null) {
      addWord(token.group().toLowerCase(Locale.ROOT), token.start(), token.end());
    } else if (token.group("half") != null) {
      current.add(
          new Word(
              token.group().toLowerCase(Locale.ROOT).charAt(0) + "m", token.start(), token.end()));
    } else {
      current.add(new Word(token.group().replaceAll("\\s", ""), token.start(), token.end()));
    }
  }

  private void endSentence() {
    if (!current.isEmpty()) {
      sentences.add(current);
      current = new ArrayList<>();
    }
  }

  private void addWord(String said, int start, int end) {
    String word = SPELLINGS.getOrDefault(said, said);
    int apostrophe = word.lastIndexOf('\'');
    if (YOU_ALL.contains(word) && endsWithYou()) {
      return;
    }
    if (apostrophe < 0 || word.equals("o'clock")) {
      hadBefore(word);
      current.add(new Word(word, start, end));
    } else if (word.endsWith("n't")) {
      addNegated(word.substring(0, word.length() - 3), start, end);
    } else {
      addShortened(word.substring(0, apostrophe), word.substring(apostrophe + 1), start, end);
    }
  }

  /** "You guys" are you. */
  private boolean endsWithYou() {
    return !current.isEmpty() && current.get(current.size() - 1).text().equals("you");
  }

  /** "You'd told me": what was read as "would" is "had" before such a word. */
  private void hadBefore(String word) {
    int last = current.size() - 1;
    boolean shortened =
        last >= 0
            && current.get(last).text().equals("would")
            && current.get(last).end() - current.get(last).start() <= SHORTENED;
    boolean participle = word.endsWith("ed") && !word.endsWith("eed");
    if (shortened && (participle || PARTICIPLES.contains(word))) {
      current.set(last, new Word("had", current.get(last).start(), current.get(last).end()));
    }
  }

  private void addNegated(String verb, int start, int end) {
    String whole = verb.equals("ca") ? "can" : verb.equals("wo") ? "will" : verb;
    int cut = Math.min(start + verb.length(), end);
    current.add(new Word(whole, start, cut));
    current.add(new Word("not", cut, end));
  }

  private void addShortened(String word, String ending, int start, int end) {
    String second = word.equals("let") ? "us" : IS.contains(word) ? "is" : "";
    String whole = ending.equals("s") ? second : ENDINGS.getOrDefault(ending, "");
    int cut = whole.isEmpty() ? end : Math.min(start + word.length(), end);
    current.add(new Word(word, start, cut));
    if (!whole.isEmpty()) {
      current.add(new Word(whole, cut, end));
    }
  }
}
