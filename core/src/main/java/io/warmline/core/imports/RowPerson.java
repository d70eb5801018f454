package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one row says of the person: whether calls are welcome, consented to, and what came before.
 */
final class RowPerson {

  private static final String IN_THE_LIST = "As in an imported list";
  private static final int EVIDENCE_CHARS = 1000;

  /** What may be said of a consent. */
  private static final List<RowFact> DETAILS =
      List.of(RowFact.CONSENT_GIVEN_AT, RowFact.CONSENT_EXPIRES_AT, RowFact.CONSENT_SOURCE);

  private static final List<RowFact> CONSENTS =
      List.of(
          RowFact.CONSENT,
          RowFact.CONSENT_GIVEN_AT,
          RowFact.CONSENT_EXPIRES_AT,
          RowFact.CONSENT_SOURCE);

  private static final List<LeadStatus> STRENGTH =
      List.of(
          LeadStatus.DO_NOT_CALL,
          LeadStatus.DISQUALIFIED,
          LeadStatus.CUSTOMER,
          LeadStatus.LAPSED,
          LeadStatus.NURTURE,
          LeadStatus.WARM,
          LeadStatus.COLD);

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
    this.facts = facts;
    this.today = today;
    this.custom = custom;
    this.warnings = warnings;
  }

  StatedPerson of(RowNumbers numbers) {
    if (facts.isEmpty()) {
      return new StatedPerson(
          numbers.extensions(),
          numbers.types(),
          numbers.refused(),
          Optional.empty(),
          Optional.empty());
    }
    refuse(numbers);
    Optional<StatedStatus> status = status(numbers);
    return new StatedPerson(
        numbers.extensions(), numbers.types(), numbers.refused(), consent(), status);
  }

  private Optional<RowAssembly.Fact> fact(RowFact fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  private void refuse(RowNumbers numbers) {
    fact(RowFact.DO_NOT_CALL).filter(fact -> isYes(fact, true)).ifPresent(f -> numbers.refuseAll());
    fact(RowFact.MAY_CALL).filter(fact -> !isYes(fact, false)).ifPresent(f -> numbers.refuseAll());
    for (LeadField phone : LeadField.PHONES) {
      fact(RowFact.doNotCall(phone))
          .filter(fact -> isYes(fact, true))
          .ifPresent(fact -> numbers.refuse(phone, fact.column()));
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

  private Optional<StatedConsent> consent() {
    Optional<RowAssembly.Fact> word = fact(RowFact.CONSENT);
    if (word.isEmpty() && fact(RowFact.CONSENT_GIVEN_AT).isEmpty()) {
      return unusable("comes without a consent, or without its date");
    }
    Optional<ConsentKind> kind =
        word.isPresent()
            ? StatedConsent.kindOf(word.get().text())
            : Optional.of(ConsentKind.EXPRESS);
    if (kind.isEmpty()) {
      return unusable("is no kind of consent that is known: IMPLIED, EXPRESS, WRITTEN");
    }
    return kind.get() == ConsentKind.NONE ? none() : consent(kind.get());
  }

  private Optional<StatedConsent> consent(ConsentKind kind) {
    Optional<LocalDate> given =
        fact(RowFact.CONSENT_GIVEN_AT).flatMap(fact -> WrittenDate.of(fact.text()));
    if (given.isEmpty() || given.get().isAfter(today)) {
      return unusable("a consent needs the date on which it was given, such as 2026-11-18");
    }
    Optional<RowAssembly.Fact> expiry = fact(RowFact.CONSENT_EXPIRES_AT);
    Optional<LocalDate> expires = expiry.flatMap(fact -> WrittenDate.of(fact.text()));
    if (expiry.isPresent() && expires.isEmpty()) {
      return unusable("has no date that is sure for its end");
    }
    if (expires.filter(date -> date.isBefore(today)).isPresent()) {
      return unusable("the consent has run out");
    }
    if (expires.isPresent()) {
      return unusable("a consent that runs out cannot be kept, because nothing would end it");
    }
    String evidence = fact(RowFact.CONSENT_SOURCE).map(RowAssembly.Fact::text).orElse(IN_THE_LIST);
    return Optional.of(
        new StatedConsent(kind, given.get(), HeaderNames.cut(evidence, EVIDENCE_CHARS)));
  }

  /** There is none, which is understood; what else is said of it is said of nothing. */
  private Optional<StatedConsent> none() {
    warnOfConsent(DETAILS, "goes with no consent");
    return Optional.empty();
  }

  private Optional<StatedConsent> unusable(String reason) {
    warnOfConsent(CONSENTS, reason);
    return Optional.empty();
  }

  private void warnOfConsent(List<RowFact> cells, String reason) {
    cells.stream()
        .map(this::fact)
        .flatMap(Optional::stream)
        .forEach(
            fact ->
                warn(fact, RowProblem.UNUSABLE_CONSENT, reason + "; the consent does not count."));
  }

  private Optional<StatedStatus> status(RowNumbers numbers) {
    Optional<RowAssembly.Fact> said = strongest(fact(RowFact.STATUS));
    Optional<LeadStatus> status = said.flatMap(fact -> words.of(fact.text()));
    if (status.filter(s -> s == LeadStatus.DO_NOT_CALL).isPresent()) {
      numbers.refuseAll();
      return Optional.empty();
    }
    return fact(RowFact.REVISIT_ON).isPresent() ? revisited(status) : plain(said, status);
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

  /** A day to come back makes a lead that is not closed, nor warm, one to nurture. */
  private Optional<StatedStatus> revisited(Optional<LeadStatus> status) {
    RowAssembly.Fact fact = fact(RowFact.REVISIT_ON).orElseThrow();
    Optional<LocalDate> date = WrittenDate.of(fact.text()).filter(d -> d.isAfter(today));
    boolean nurtured =
        status.filter(s -> s != LeadStatus.COLD && s != LeadStatus.NURTURE).isEmpty();
    if (date.isPresent() && nurtured) {
      return Optional.of(new StatedStatus(LeadStatus.NURTURE, date));
    }
    warn(
        fact,
        RowProblem.UNCLEAR_STATUS,
        nurtured
            ? "is no date after today on which to come back; the lead is cold."
            : "is only for a lead to nurture; it was left out.");
    return nurtured ? Optional.empty() : status.map(s -> new StatedStatus(s, Optional.empty()));
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
