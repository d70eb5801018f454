package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.Item.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Understands when a prospect asks to be called back. The rules are those of the package. */
public final class CallbackPhrases {

  private CallbackPhrases() {}

  /**
   * What these words ask for. Pure and total: any text has an answer, in time linear in its length.
   *
   * @param words as they were spoken or typed, in English
   */
  public static Interpretation interpret(String words, PhraseContext context) {
    List<Item> said = Grammar.items(Tokenizer.tokens(words));
    Almanac almanac = Almanac.of(context);
    Choice choice = Choice.among(Composition.of(said, almanac));
    Optional<Dates> dates = choice.dates(almanac);

    if (said.contains(Mark.CONTRACT)) {
      return anchored(choice, dates, context);
    }
    if (choice.moment().isPresent()) {
      return new MomentResolver(context).resolve(choice.moment().get());
    }
    if (dates.isEmpty() && choice.times().isEmpty()) {
      return new Unresolved(reason(said));
    }
    Optional<Dates> conditional =
        said.contains(Mark.CONDITION) ? dates.map(Conditions::doubt) : dates;
    return new Resolver(context).resolve(conditional, Times.together(choice.times()));
  }

  private static UnresolvedReason reason(List<Item> said) {
    if (said.contains(Mark.RECURRING)) {
      return UnresolvedReason.RECURRING;
    }
    if (said.contains(Mark.PAST)) {
      return UnresolvedReason.PAST;
    }
    if (said.contains(Mark.CONDITION)
        || said.contains(Mark.WHEN)
        || said.contains(Item.Bound.AFTER)) {
      return UnresolvedReason.CONDITION;
    }
    if (said.contains(Mark.VAGUE)) {
      return UnresolvedReason.VAGUE;
    }
    boolean busy = said.contains(Mark.BUSY) || said.contains(Mark.AWAY);
    return busy ? UnresolvedReason.BUSY : UnresolvedReason.NOTHING_FOUND;
  }

  private static Interpretation anchored(
      Choice choice, Optional<Dates> dates, PhraseContext context) {
    ContractTerm contract = context.contract();
    if (dates.isEmpty() && contract.end().isEmpty()) {
      return new Unresolved(UnresolvedReason.CONTRACT_END_UNKNOWN);
    }
    Dates meant = dates.orElseGet(() -> beforeEnd(contract, context));
    Interpretation found =
        new Resolver(context).resolve(Optional.of(meant), Times.together(choice.times()));
    return found instanceof Resolved resolved ? tied(resolved) : found;
  }

  /** Some days before the end, or today if that is past and the end is not. */
  private static Dates beforeEnd(ContractTerm contract, PhraseContext context) {
    LocalDate today = context.spokenAt().toLocalDate();
    LocalDate end = contract.end().orElse(today);
    LocalDate day = end.minusDays(contract.daysBefore());
    return Dates.day(day.isBefore(today) && !end.isBefore(today) ? today : day);
  }

  private static Resolved tied(Resolved resolved) {
    Sense sense = resolved.sense();
    return new Resolved(
        resolved.window(),
        resolved.moments(),
        new Sense(sense.precision(), Anchor.CONTRACT_END, sense.confidence(), sense.explanation()),
        resolved.doubts());
  }
}
