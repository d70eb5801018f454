package io.warmline.core.imports;

import io.warmline.core.lead.LeadStatus;
import io.warmline.core.refusal.RefusalInNotes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one row says of the person: whether calls are welcome, consented to, and what came before.
 */
final class RowPerson {

  private static final List<LeadStatus> STRENGTH =
      List.of(
          LeadStatus.DO_NOT_CALL,
          LeadStatus.DISQUALIFIED,
          LeadStatus.CUSTOMER,
          LeadStatus.LAPSED,
          LeadStatus.NURTURE,
          LeadStatus.WARM,
          LeadStatus.COLD);

  private static final Set<LeadStatus> COMES_BACK =
      EnumSet.of(LeadStatus.COLD, LeadStatus.WARM, LeadStatus.NURTURE);

  private static final Pattern UNTIL =
      Pattern.compile(
          "(.+?)[\\s,;:(-]+(?:(?:until|till|to|on|from|after|bis|ab|am|hasta|jusqu.au|le)\\s+)?(\\d.*?)\\)?");

  private final StatusWords words;
  private final Map<RowFact, RowAssembly.Fact> facts;
  private final LocalDate today;
  private final Map<String, String> custom;
  private final List<RowWarning> warnings;

  /**
   * @param words what the words of its status mean
   * @param custom the custom fields of the row, to which the words of its status are added
   */
  RowPerson(
      StatusWords words,
      Map<RowFact, RowAssembly.Fact> facts,
      LocalDate today,
      Map<String, String> custom,
      List<RowWarning> warnings) {
    this.words = words;
    this.facts = new EnumMap<>(RowFact.class);
    this.facts.putAll(facts);
    this.today = today;
    this.custom = custom;
    this.warnings = warnings;
  }

  StatedPerson of(RowNumbers numbers) {
    if (facts.isEmpty()) {
      return StatedPerson.saying(numbers.extensions(), numbers.types(), numbers.refused());
    }
    refuse(numbers);
    Optional<StatedStatus> status = status(numbers);
    return new StatedPerson(
        numbers.extensions(),
        numbers.types(),
        numbers.refused(),
        new RowConsent(facts, today, warnings).read(),
        new RowRelationship(facts, today, warnings).read(),
        status);
  }

  private Optional<RowAssembly.Fact> fact(RowFact fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  private void refuse(RowNumbers numbers) {
    fact(RowFact.DO_NOT_CALL)
        .filter(fact -> isYes(fact, true))
        .ifPresent(fact -> refuseAll(fact, numbers));
    fact(RowFact.MAY_CALL)
        .filter(fact -> !isYes(fact, false))
        .ifPresent(fact -> refuseAll(fact, numbers));
    fact(RowFact.DECEASED)
        .filter(fact -> isYes(fact, true))
        .ifPresent(
            fact -> {
              numbers.refuseAll();
              keepWords(fact);
            });
    for (LeadField phone : LeadField.PHONES) {
      fact(RowFact.doNotCall(phone))
          .filter(fact -> isYes(fact, true))
          .ifPresent(fact -> numbers.refuse(phone, fact.column()));
    }
  }

  /** Where only the words of its name tell what the column is about, that is said, once. */
  private void refuseAll(RowAssembly.Fact fact, RowNumbers numbers) {
    numbers.refuseAll();
    if (YesOrNo.of(fact.text()).isPresent()
        && CallHeaders.of(fact.column()).isPresent()
        && FactHeaders.of(HeaderNames.folded(fact.column()), Map.of()).isEmpty()) {
      warn(
          fact,
          RowProblem.UNCLEAR_DO_NOT_CALL,
          "seems to say that no calls are wanted; the person is not called. If it says something"
              + " else, map the column.");
    }
  }

  private boolean isYes(RowAssembly.Fact fact, boolean otherwise) {
    return YesOrNo.of(fact.text())
        .orElseGet(
            () -> {
              warn(
                  fact,
                  RowProblem.UNCLEAR_DO_NOT_CALL,
                  "is neither yes nor no; the person is not called.");
              return otherwise;
            });
  }

  private Optional<StatedStatus> status(RowNumbers numbers) {
    dated();
    Optional<RowAssembly.Fact> said = strongest(fact(RowFact.STATUS));
    fact(RowFact.STATUS).map(RowAssembly.Fact::all).orElse(List.of()).stream()
        .filter(fact -> RefusalInNotes.isIn(fact.text()))
        .forEach(fact -> numbers.refuseAll());
    Optional<LeadStatus> status = said.flatMap(fact -> words.of(fact.text()));
    if (status.filter(s -> s == LeadStatus.DO_NOT_CALL).isPresent()) {
      numbers.refuseAll();
      return Optional.empty();
    }
    return fact(RowFact.REVISIT_ON).isPresent() ? revisited(status) : plain(said, status);
  }

  /** "Nurture until 2027-03-01" says two things; it is kept as it stands. */
  private void dated() {
    RowAssembly.Fact fact = facts.get(RowFact.STATUS);
    if (fact == null || fact.also() != null || facts.containsKey(RowFact.REVISIT_ON)) {
      return;
    }
    Matcher dated = UNTIL.matcher(fact.text());
    if (dated.matches()
        && words.of(fact.text()).isEmpty()
        && words.of(dated.group(1)).filter(s -> s == LeadStatus.NURTURE).isPresent()
        && WrittenDate.of(dated.group(2)).isPresent()) {
      keepWords(fact);
      facts.put(RowFact.STATUS, new RowAssembly.Fact(fact.column(), dated.group(1)));
      facts.put(RowFact.REVISIT_ON, new RowAssembly.Fact(fact.column(), dated.group(2)));
    }
  }

  /** Of several columns the one counts that most stands in the way of a cold call. */
  private Optional<RowAssembly.Fact> strongest(Optional<RowAssembly.Fact> last) {
    List<RowAssembly.Fact> all = new ArrayList<>(last.map(RowAssembly.Fact::all).orElse(List.of()));
    Collections.reverse(all);
    all.forEach(this::keepWords);
    all.stream().filter(fact -> words.of(fact.text()).isEmpty()).forEach(this::warnOfWords);
    Optional<RowAssembly.Fact> strongest =
        all.stream()
            .filter(fact -> words.of(fact.text()).isPresent())
            .min(Comparator.comparing(this::rank));
    strongest.ifPresent(
        one ->
            all.stream()
                .filter(fact -> rank(fact) > rank(one) && rank(fact) < STRENGTH.size())
                .filter(fact -> words.of(fact.text()).filter(s -> s != LeadStatus.COLD).isPresent())
                .forEach(
                    fact ->
                        warn(
                            fact,
                            RowProblem.CONFLICTING_VALUE,
                            "Another column says otherwise where the lead stands; that one"
                                + " counts.")));
    return strongest;
  }

  private int rank(RowAssembly.Fact fact) {
    return words.of(fact.text()).map(STRENGTH::indexOf).orElse(STRENGTH.size());
  }

  private void warnOfWords(RowAssembly.Fact fact) {
    warn(
        fact,
        RowProblem.UNCLEAR_STATUS,
        "says in unknown words where the lead stands; they are kept as a custom field, and do not"
            + " count.");
  }

  private Optional<StatedStatus> plain(
      Optional<RowAssembly.Fact> said, Optional<LeadStatus> status) {
    if (status.filter(s -> s == LeadStatus.NURTURE).isPresent()) {
      warn(
          said.orElseThrow(),
          RowProblem.UNCLEAR_STATUS,
          "a nurture lead needs the date on which it comes back; without one the lead is cold.");
      return Optional.empty();
    }
    return status.filter(s -> s != LeadStatus.COLD).map(s -> new StatedStatus(s, Optional.empty()));
  }

  /** A day to come back makes a lead that is not closed one to nurture, if it is warm too. */
  private Optional<StatedStatus> revisited(Optional<LeadStatus> status) {
    RowAssembly.Fact fact = fact(RowFact.REVISIT_ON).orElseThrow();
    Optional<LocalDate> date = WrittenDate.of(fact.text()).filter(d -> d.isAfter(today));
    boolean nurtured = status.filter(s -> !COMES_BACK.contains(s)).isEmpty();
    if (date.isPresent() && nurtured) {
      return Optional.of(new StatedStatus(LeadStatus.NURTURE, date));
    }
    warn(
        fact,
        RowProblem.UNCLEAR_STATUS,
        nurtured
            ? "is no date after today on which to come back; it was left out."
            : "is only for a lead to nurture; it was left out.");
    return status
        .filter(s -> s != LeadStatus.COLD && s != LeadStatus.NURTURE)
        .map(s -> new StatedStatus(s, Optional.empty()));
  }

  /** The words in which the list said it are the evidence. */
  private void keepWords(RowAssembly.Fact said) {
    if (said.column().equals(ExportColumns.STATUS)) {
      return;
    }
    boolean room =
        custom.size() < LeadFileLimits.CUSTOM_FIELDS || custom.containsKey(said.column());
    if (room && said.text().length() <= FieldRules.CUSTOM_VALUE_CHARS) {
      custom.putIfAbsent(said.column(), said.text());
    } else {
      warn(said, RowProblem.TOO_MANY_CUSTOM_FIELDS, "There is no room for its words.");
    }
  }

  private void warn(RowAssembly.Fact fact, RowProblem code, String reason) {
    warnings.add(new RowWarning(fact.column(), code, reason));
  }
}
