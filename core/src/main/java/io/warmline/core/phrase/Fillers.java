package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing about when, and those that can follow a time without counting things. */
final class Fillers {

  private static final Set<Kind> PLAIN = EnumSet.of(Kind.EVENT, Kind.DOING, Kind.PLACE);

  private static final Set<String> SILENT =
      words(
          "the onwards onward on in of for during over maybe perhaps probably possibly like"
              + " sometime sometimes some time please say just right is are was be would will can"
              + " could should may might i you we it its that this there here my our me us do does"
              + " get well ok okay yes yeah sure thanks thank hi hello so um uh er hmm kind sort"
              + " or-so roughly about any anytime all day's date even then also a an to am ll"
              + " d re ve lets let how hows what whats works better best good great fine perfect"
              + " ideal ideally hopefully and actually if possible as either");

  private static final Set<String> AFTER_TIME =
      words(
          "today tomorrow overmorrow tonight is are was would will works work suits looks sounds"
              + " should might may can could please or and but to at in on if for then so thanks"
              + " thank around about by between before after from until because when i you we it"
              + " call ring try phone instead not rather sharp exactly though as with next this"
              + " the than maybe perhaps also okay ok sometime any early late end beginning middle"
              + " through onwards onward");

  /** Words that may change a time wherever they stand. */
  private static final Set<String> TELLING =
      words(
          "not no never cannot without neither nor none hardly except unless since until before"
              + " after from by past till prior following during within beyond earlier later early"
              + " late half quarter next last this zone time ago already habitually gmt utc yours"
              + " hourly weekend weekday busy away off closed unavailable meeting meetings"
              + " appointment vacation holiday holidays leave leaving starts starting begins ends"
              + " ending finish finishes open opens close closes told said asked usually normally"
              + " generally always typically mostly most only under least max maximum minimum"
              + " nearly almost barely little middle end beginning start somewhere");

  /** Words that no rule needs and that change no time, though they stand beside it. */
  private static final Set<String> HARMLESS =
      words(
          "him her them he she they his their your who boss wife husband partner manager owner"
              + " colleague assistant secretary team office desk cell mobile phone landline"
              + " number line again speak talk chat discuss hear see know think guess suppose"
              + " believe prefer want need love like mate guys sir madam mr mrs ms ma pal folks"
              + " kindly exactly definitely certainly absolutely honestly really quite very"
              + " pretty much more bit while more about your product service offer"
              + " proposal quote pricing demo details information info further everything"
              + " something anything someone somebody too else no-one cheers ta regards day"
              + " brilliant lovely super grand wonderful awesome excellent cool alright right"
              + " fair enough convenient suitable easiest easier safest preferable gonna wanna"
              + " gotta let ought shall must should'd probably likely arrange schedule set"
              + " book pencil put down up diary calendar slot");

  private Fillers() {}

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean silent(Token token) {
    return SILENT.contains(token.text());
  }

  /** Whether the token may change a time wherever it stands. */
  static boolean telling(Token token) {
    return timely(token) || TELLING.contains(token.text());
  }

  /** Whether it is a number or a word for a time, other than "a". */
  static boolean timely(Token token) {
    boolean article = token.text().equals("a") || token.text().equals("an");
    return !article && token.kinds().stream().anyMatch(kind -> !PLAIN.contains(kind));
  }

  /** Whether the token changes no time, though no rule knows it. */
  static boolean harmless(Token token) {
    return HARMLESS.contains(token.text());
  }

  /** Whether the token is none that a number before it could count. */
  static boolean endNoun(Token token) {
    return (timely(token) && !token.is(Kind.UNIT)) || AFTER_TIME.contains(token.text());
  }
}
