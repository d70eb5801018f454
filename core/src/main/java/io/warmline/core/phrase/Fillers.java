package io.warmline.core.phrase;

import java.util.Set;

/** Words that say nothing about when, and those that can follow a time without counting things. */
final class Fillers {

  private static final Set<String> SILENT =
      Set.of(
          ("the onwards onward on in of for during over maybe perhaps probably possibly like"
                  + " sometime sometimes some time please say just right is are was be would will can"
                  + " could should may might i you we it its that this there here my our me us do does"
                  + " get well ok okay yes yeah sure thanks thank hi hello so um uh er hmm kind sort"
                  + " or-so roughly about any anytime all day's date only even then also a an to am ll"
                  + " d re ve lets let how hows what whats works better best good great fine perfect"
                  + " ideal ideally hopefully and actually if possible as either")
              .split(" "));

  private static final Set<String> AFTER_TIME =
      Set.of(
          ("today tomorrow overmorrow tonight is are was would will works work suits looks sounds"
                  + " should might may can could please or and but to at in on if for then so thanks"
                  + " thank around about by between before after from until because when i you we it"
                  + " call ring try phone instead not rather sharp exactly though as with next this"
                  + " the than maybe perhaps also okay ok sometime any early late end beginning middle"
                  + " through")
              .split(" "));

  private Fillers() {}

  static boolean silent(Token token) {
    return SILENT.contains(token.text());
  }

  /** Whether the token is none that a number before it could count. */
  static boolean endNoun(Token token) {
    boolean timely = !token.kinds().isEmpty() && !token.is(Kind.UNIT);
    return timely || AFTER_TIME.contains(token.text());
  }
}
