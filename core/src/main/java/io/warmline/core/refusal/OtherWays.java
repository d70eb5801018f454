package io.warmline.core.refusal;

import io.warmline.core.FoldedText;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one way in which a person wants to be reached, where that is no call: {@code Email only}. It
 * refuses calls where the text is about the person; as the name of a plan or a product it says
 * nothing of calls.
 */
public final class OtherWays {

  private static final String PHRASES =
      """
      email only
      e-mail only
      mail only
      letters only
      text only
      sms only
      whatsapp only
      by email only
      by e-mail only
      contact by email only
      contact by e-mail only
      only by email
      only by e-mail
      only email
      only e-mail
      in writing only
      only in writing
      nur per e-mail
      nur per email
      nur per mail
      nur per post
      nur e-mail
      nur email
      nur schriftlich
      uniquement par mail
      uniquement par email
      uniquement par e-mail
      par mail uniquement
      par email uniquement
      par e-mail uniquement
      par écrit uniquement
      solo correo
      solo email
      solo por correo
      solo por email
      solo por escrito
      solo via email
      solo via e-mail
      solo per email
      solo per iscritto
      alleen e-mail
      alleen email
      alleen per e-mail
      alleen per email
      alleen schriftelijk
      """;

  private static final Set<String> BARE =
      PHRASES.lines().map(RefusalWords::bare).collect(Collectors.toUnmodifiableSet());

  /** One of these is in each of them. */
  private static final Pattern ONLY =
      Pattern.compile("only|nur|uniquement|solo|alleen", Pattern.CASE_INSENSITIVE);

  /** A column with one of these in its name is about how to reach the person. */
  private static final Pattern ABOUT_THE_PERSON =
      Pattern.compile(
          "contact|kontakt|contat|communicat|kommunikation|prefer|channel|call|phone|telefon|note|notiz"
              + "|notas|remark|remarque|comment|kommentar|bemerk|anmerk|memo|instruction|observ");

  private static final Pattern NAMED =
      Pattern.compile(".*(?:email|mail|fax|sms|text|newsletter|marketing|whatsapp|letter).*");

  private OtherWays() {}

  static Stream<String> phrases() {
    return PHRASES.lines();
  }

  /** Whether one of the words, tags or sentences of this text says no more than that. */
  static boolean areIn(String text) {
    return ONLY.matcher(text).find()
        && RefusalWords.parts(text).anyMatch(part -> BARE.contains(RefusalWords.bare(part)));
  }

  /** Whether a column of this name is about how to reach the person. */
  static boolean mayBeIn(String column) {
    return ABOUT_THE_PERSON.matcher(FoldedText.of(column)).find();
  }

  /** Whether the folded name of a column, or what is left of it, is about e-mail and the like. */
  public static boolean areNamedInFolded(String folded) {
    return NAMED.matcher(folded).matches();
  }

  /** Whether a column of this name is about e-mail and the like, and not about calls. */
  public static boolean areNamedIn(String column) {
    return areNamedInFolded(FoldedText.of(column));
  }
}
