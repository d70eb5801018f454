package io.warmline.api.simulation;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.model.NewCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody on a list of the month, and what comes of one call after the other. */
final class Contact {

  /** What somebody makes of a call. */
  interface Answer {

    NewCall to(ClaimedLead claim);
  }

  private final String firstName;
  private final String lastName;
  private final String company;
  private final String domain;
  private final String number;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private Answer otherwise = Answers.nobody();
  private @Nullable Prospect prospect;

  private Contact(String name, String company, String domain, String number) {
    this.firstName = name.substring(0, name.indexOf(' '));
    this.lastName = name.substring(name.indexOf(' ') + 1);
    this.company = company;
    this.domain = domain;
    this.number = number;
  }

  /**
   * Somebody in New York.
   *
   * @param name first and last
   * @param turn tells the number from those of others
   */
  static Contact named(String name, String company, String domain, int turn) {
    return new Contact(name, company, domain, Place.NEW_YORK.number(turn));
  }

  /** To the first call, the second and so on; after them nobody answers. */
  Contact says(Answer... inTurn) {
    answers.addAll(List.of(inTurn));
    return this;
  }

  /** What comes of every call after those that are told. */
  Contact andThen(Answer answer) {
    otherwise = answer;
    return this;
  }

  /** A row of a list with the columns of {@link MonthFirm#HEADER}. */
  String row() {
    String email = firstName.toLowerCase(Locale.ROOT) + "@" + domain;
    return String.join(",", firstName, lastName, company, email, number);
  }

  String number() {
    return number;
  }

  String firstName() {
    return firstName;
  }

  void became(Prospect known) {
    prospect = known;
  }

  /** As the firm remembers this one, from the import of the list on. */
  Prospect prospect() {
    return Objects.requireNonNull(prospect, () -> number + " is on no list yet");
  }

  NewCall answer(ClaimedLead claim) {
    Answer next = answers.isEmpty() ? otherwise : answers.remove();
    return next.to(claim);
  }

  /** Whether everything that was to be said has been said. */
  boolean hasSaidAll() {
    return answers.isEmpty();
  }

  @Override
  public String toString() {
    return firstName + " " + lastName;
  }
}
