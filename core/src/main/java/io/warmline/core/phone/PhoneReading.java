package io.warmline.core.phone;

import java.util.List;

/**
 * What a text that should hold a phone number turned out to hold. Text that cannot be used is
 * always told by a doubt: nothing is lost in silence.
 *
 * @param numbers in the order in which they stand there, each once; none if none can be dialled
 * @param doubts what could not be used, or can be understood in two ways
 */
public record PhoneReading(List<WrittenNumber> numbers, List<Doubt> doubts) {

  public PhoneReading {
    numbers = List.copyOf(numbers);
    doubts = List.copyOf(doubts);
  }

  /** What is not certain about a text. */
  public enum Kind {
    /** It, or a part of it, is no number that can be dialled. */
    UNREADABLE,
    /** A spreadsheet has rounded the number, and its last digits are gone. */
    DESTROYED,
    /** It has two meanings; the international one was taken. */
    TWO_MEANINGS,
    /** The number stands there with words beside it, which were left out. */
    WORDS_LEFT_OUT,
    /** The words beside the number say that it is a fax, wrong or out of use. */
    NOT_FOR_CALLS,
    /** The number names another country than the calling code beside it; the number was taken. */
    CALLING_CODES_DIFFER,
    /** The calling code beside the number is none; the number could be anybody's. */
    NO_CALLING_CODE
  }

  /**
   * @param reason a sentence that goes after "the phone number"; it never repeats the number
   */
  public record Doubt(Kind kind, String reason) {}
}
