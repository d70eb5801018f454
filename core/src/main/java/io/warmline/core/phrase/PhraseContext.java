package io.warmline.core.phrase;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * When and where words were spoken, and by whose calendar. Immutable; withers give changed copies.
 */
public final class PhraseContext {

  private final ZonedDateTime spokenAt;
  private final Customs customs;
  private final WorkingTime workingTime;
  private final ContractTerm contract;
  private final Places places;

  /**
   * What is particular to the prospect's place and campaign.
   *
   * @param callingDays days of the week on which calls are possible though they are no business
   *     days, if the prospect names them
   * @param language in which the words are read; empty: one that is not read
   */
  private record Places(
      IntFunction<Map<LocalDate, String>> namedDays,
      Set<DayOfWeek> callingDays,
      Optional<Language> language) {

    static final Places NONE =
        new Places(year -> Map.of(), Set.of(), Optional.of(Language.ENGLISH));
  }

  private PhraseContext(
      ZonedDateTime spokenAt,
      Customs customs,
      WorkingTime workingTime,
      ContractTerm contract,
      Places places) {
    this.spokenAt = spokenAt;
    this.customs = customs;
    this.workingTime = workingTime;
    this.contract = contract;
    this.places = places;
  }

  /**
   * Words spoken at this instant by somebody in this zone; all settings are at their defaults, so
   * that dates are read month first.
   */
  public static PhraseContext of(Instant spokenAt, ZoneId zone) {
    return new PhraseContext(
        spokenAt.atZone(zone),
        Customs.DEFAULT,
        WorkingTime.DEFAULT,
        ContractTerm.UNKNOWN,
        Places.NONE);
  }

  public PhraseContext withCustoms(Customs newCustoms) {
    return new PhraseContext(spokenAt, newCustoms, workingTime, contract, places);
  }

  /** The same moment by the clock of another place, where any hour may be named. */
  PhraseContext elsewhere(ZoneId zone) {
    WorkingTime hours =
        new WorkingTime(
            workingTime.days(),
            workingTime.business(),
            new WorkingTime.Hours(LocalTime.MIN, LocalTime.of(23, 59)),
            workingTime.holidays());
    return new PhraseContext(spokenAt.withZoneSameInstant(zone), customs, hours, contract, places);
  }

  public PhraseContext withWorkingTime(WorkingTime newWorkingTime) {
    return new PhraseContext(spokenAt, customs, newWorkingTime, contract, places);
  }

  public PhraseContext withContract(ContractTerm newContract) {
    return new PhraseContext(spokenAt, customs, workingTime, newContract, places);
  }

  public PhraseContext withDateOrder(DateOrder order) {
    return withCustoms(new Customs(order, customs.hemisphere(), customs.fiscalYearStart()));
  }

  public PhraseContext withHemisphere(Hemisphere hemisphere) {
    return withCustoms(new Customs(customs.dateOrder(), hemisphere, customs.fiscalYearStart()));
  }

  public PhraseContext withFiscalYearStart(Month start) {
    return withCustoms(new Customs(customs.dateOrder(), customs.hemisphere(), start));
  }

  /** Sets the days on which calls are not possible, besides those that are no business days. */
  public PhraseContext withHolidays(Predicate<LocalDate> holidays) {
    return withWorkingTime(
        new WorkingTime(workingTime.days(), workingTime.business(), workingTime.legal(), holidays));
  }

  /**
   * Sets the holidays of the prospect's place, by which people date ("after MLK day").
   *
   * @param named for each year its holidays with their English names
   */
  public PhraseContext withNamedDays(IntFunction<Map<LocalDate, String>> named) {
    return with(new Places(named, places.callingDays(), places.language()));
  }

  /** Sets the days of the week on which the campaign calls; business days count anyway. */
  public PhraseContext withCallingDays(Set<DayOfWeek> days) {
    return with(new Places(places.namedDays(), Set.copyOf(days), places.language()));
  }

  /** Sets the language in which the words are read; English unless it is set. */
  public PhraseContext withLanguage(Language language) {
    return with(new Places(places.namedDays(), places.callingDays(), Optional.of(language)));
  }

  /**
   * Sets the language of the prospect by its ISO 639 code. Words in one that is not read are
   * answered with that, and never read as English.
   */
  public PhraseContext withLanguage(String code) {
    return with(new Places(places.namedDays(), places.callingDays(), Language.of(code)));
  }

  private PhraseContext with(Places newPlaces) {
    return new PhraseContext(spokenAt, customs, workingTime, contract, newPlaces);
  }

  public PhraseContext withContractEnd(LocalDate end) {
    return withContract(new ContractTerm(Optional.of(end), contract.daysBefore()));
  }

  /** When the words were spoken, on the prospect's clock. */
  public ZonedDateTime spokenAt() {
    return spokenAt;
  }

  /** In which the words are read; empty: one that is not read. */
  public Optional<Language> language() {
    return places.language();
  }

  public Customs customs() {
    return customs;
  }

  public WorkingTime workingTime() {
    return workingTime;
  }

  IntFunction<Map<LocalDate, String>> namedDays() {
    return places.namedDays();
  }

  /** Whether a call is possible on a day that the prospect names. */
  boolean mayCall(LocalDate day) {
    boolean calling =
        workingTime.days().contains(day.getDayOfWeek())
            || places.callingDays().contains(day.getDayOfWeek());
    return calling && !workingTime.holidays().test(day);
  }

  public ContractTerm contract() {
    return contract;
  }
}
