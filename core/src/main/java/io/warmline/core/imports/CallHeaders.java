package io.warmline.core.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmline.core.refusal.OtherWays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the name of a column says of calls where it is none of the known names ({@link
 * FactHeaders}): a word for calling beside a refusal ({@code Anrufe nicht erwünscht}, {@code Calls
 * refused}) or beside a permission ({@code Can we call?}). It is a guess: whoever is not called
 * because of it is not called with a warning.
 */
final class CallHeaders {

  private static final List<String> CALLING =
      stems(
          """
          call phon telephon telefon telemarket dial ring
          anruf angeruf appel llam chiam ligac ligar chamad bellen opbel gebeld dzwon volat volan
          """);

  /** These may be about letters and e-mail, too. */
  private static final List<String> CONTACTING =
      List.of("contact", "contat", "kontakt", "approach", "solicit");

  private static final Set<String> NO =
      words(
          """
          not dont never kein keine keinen nicht nie niemals ne pas sans sin nao niet geen ej inte
          ikke stop without non
          """);

  private static final List<String> REFUSED =
      stems(
          """
          unerwunscht unwant unwelcome refus declin object oppos block sperr gesperrt verbot verbiet
          forbid forbidden prohib suppress exclu optout optedout unsubscrib ablehn abgelehnt widerspr
          widersproch barred banned restrict revok withdr interdi prohibid vietat rifiut recus
          """);

  private static final List<String> ALLOWED =
      stems(
          """
          allow permit permiss optin optedin accept agree want wish welcom willing happy erlaub erwunscht
          gewunscht genehm autoris authori permis permess acett accett toegestaan gewenst tillat tillad
          """);

  private static final Set<String> MAY =
      words("may can could should ok okay darf durfen peut puede puo pode mag far permite safe");

  /** A column with one of these is about calls that were made, or about when and by whom. */
  private static final Set<String> OTHER =
      words(
          """
          last first previous prior next made yet attempt attempts count total number reason result outcome
          time times duration length log history back id name type list centre center agent owner by before
          until after between note notes comment comments recording disposition answered reached connected
          verified valid invalid working found available known provided checked status code letzter letzte
          dernier ultimo ultima interested busy voicemail campaign script queue priority preference
          """);

  /** A permission with one of these is about the hours of it. */
  private static final Set<String> HOURS =
      words(
          "from at when hour hours window day days slot zone weekday weekdays weekend morning evening");

  /** Lists of those who want no calls, as they are called for short. */
  private static final Set<String> REGISTERS =
      words(
          """
          tps ctps dnc dncr dncl dncs ndnc ndncr nix bloctel robinson robinsonlist robinsonliste listarobinson
          rpo repep reus ndd dncm nomeperturbe nollame
          """);

  /** Beside such a list these say that somebody is on it. */
  private static final Set<String> BESIDE_REGISTERS =
      words(
          """
          on is in the a list lista liste listed registered register registry flag status match matched result uk us
          usa national federal state number phone mobile landline tel yn y n hit member entry
          inscrit inscrite sur auf eingetragen gelistet steht iscritto iscritta inscrito inscrita registrado registrada
          ingeschreven opgenomen zapisany custom
          """);

  /**
   * Who objects to all that sells to them, or is not to be approached at all, wants no calls
   * either. Beside the name of another way, as in {@code SMS Opt Out}, it is about that one.
   */
  private static final Set<String> OF_ALL =
      words(
          """
          widerspruch werbewiderspruch werbesperre werbeverbot werbestopp werbestop keinewerbung
          werbungunerwunscht werbungnichterwunscht kontaktsperre kontaktverbot widerspruchwerbung
          widerspruchgegenwerbung gdprart21 dsgvoart21 art21dsgvo art21gdpr righttoobject
          righttoobjectexercised objectedtomarketing objectiontomarketing objectstomarketing nomarketing
          marketingoptout optoutmarketing optedoutofmarketing marketingoptedout marketingsuppressed
          marketingsuppression optoutall optoutofall optoutofallcommunications optoutallcommunications
          optedoutofallcommunications optedoutofall optoutglobal globaloptout allcommunicationsoptout
          suppress suppression suppressionlist onsuppressionlist donotsolicit nosolicitation
          blacklist blacklisted onblacklist blocklist blocklisted litigator tcpalitigator knownlitigator
          seriallitigator islitigator litigatorflag oppositionprospection oppositioncommerciale
          refusprospection pasdeprospection nopublicidad sinpublicidad oposicionpublicidad nopubblicita
          geenreclame ingenreklam
          """);

  /** "Opted out on" and "opt-out reason": whoever has one has opted out. */
  private static final Set<String> BESIDE_OPT_OUT =
      words(
          """
          opt optout optedout out ed of date datum on at since time timestamp reason grund source via by y n
          """);

  /** What somebody said who wants no calls, in a column about calls. */
  private static final Set<String> REFUSALS =
      words(
          """
          declined denied refused rejected revoked optedout optout blocked prohibited forbidden notpermitted
          notallowed notwanted unwanted unsubscribed withdrawn abgelehnt verweigert widerrufen unerwunscht
          nichterlaubt nichterwunscht gesperrt refuse rechazado denegado rifiutato negato recusado geweigerd
          odmowa avbojt
          """);

  private static final int LONGEST_REFUSAL = 24;

  /** "No" says it, too, where it is about calls to sell something. */
  private static final List<String> SELLING =
      stems(
          "market sales selling telemarket cold promo werb vertrieb commerc comerc publicit advert");

  private static final Pattern SMALL_THEN_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** Also behind the d' of {@code d'appels}. */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{N}'’]+|(?<=(?<!\\p{L})\\p{L})['’](?=\\p{L}{3})");

  private CallHeaders() {}

  private static Set<String> words(String words) {
    return HeaderSynonyms.words(words);
  }

  private static List<String> stems(String words) {
    return List.copyOf(HeaderSynonyms.words(words));
  }

  /** The fact that a column of this name seems to hold. */
  static Optional<RowFact> of(String header) {
    List<String> words = wordsOf(header);
    if (isOfARegister(words) || isOfAll(words)) {
      return Optional.of(RowFact.DO_NOT_CALL);
    }
    if (words.stream().anyMatch(OTHER::contains) || !isAboutCalls(header, words)) {
      return Optional.empty();
    }
    if (isRefusal(words)) {
      return Optional.of(RowFact.DO_NOT_CALL);
    }
    if (words.stream().anyMatch(HOURS::contains)) {
      return Optional.empty();
    }
    boolean permission =
        words.stream().anyMatch(word -> MAY.contains(word) || begins(word, ALLOWED));
    return permission ? Optional.of(RowFact.MAY_CALL) : Optional.empty();
  }

  private static boolean isOfARegister(List<String> words) {
    return words.stream().anyMatch(REGISTERS::contains)
        && words.stream().allMatch(w -> REGISTERS.contains(w) || BESIDE_REGISTERS.contains(w));
  }

  private static boolean isOfAll(List<String> words) {
    List<String> own =
        words.stream().filter(word -> !word.equals("custom") && !word.equals("yn")).toList();
    boolean optOut =
        own.size() > 1
            && own.stream().anyMatch(word -> word.startsWith("opt") && word.endsWith("out"))
            && own.stream().allMatch(BESIDE_OPT_OUT::contains);
    return optOut || OF_ALL.contains(String.join("", own));
  }

  /** What a column is about, as far as its values may refuse calls. */
  private enum About {
    CALLS,
    CALLS_TO_SELL,
    SOMETHING_ELSE
  }

  /** A list asks it in each of its rows. */
  private static final Cache<String, About> SEEN = Caffeine.newBuilder().maximumSize(1000).build();

  /** Whether a value refuses calls in a column of this name, which says nothing by itself. */
  static boolean refuses(String header, String value) {
    About about =
        value.length() > LONGEST_REFUSAL
            ? About.SOMETHING_ELSE
            : SEEN.get(header, CallHeaders::about);
    return about != About.SOMETHING_ELSE
        && (REFUSALS.contains(HeaderNames.folded(value))
            || (about == About.CALLS_TO_SELL && YesOrNo.of(value).filter(yes -> !yes).isPresent()));
  }

  private static About about(String header) {
    List<String> words = wordsOf(header);
    boolean calls =
        words.stream().noneMatch(OTHER::contains)
            && isAboutCalls(header, words)
            && words.stream().noneMatch(word -> word.startsWith("called"))
            && !OtherWays.areNamedIn(withoutSelling(words));
    if (!calls) {
      return About.SOMETHING_ELSE;
    }
    return words.stream().anyMatch(CallHeaders::isAboutSelling) ? About.CALLS_TO_SELL : About.CALLS;
  }

  /** Also within a word, as in {@code Telefonwerbung}. */
  private static boolean isAboutSelling(String word) {
    return begins(word, SELLING) || word.endsWith("werbung") || word.endsWith("marketing");
  }

  private static String withoutSelling(List<String> words) {
    return words.stream().filter(word -> !begins(word, SELLING)).collect(Collectors.joining(" "));
  }

  /** "Opt out" and "opted in" are one word each. */
  private static List<String> wordsOf(String header) {
    List<String> words = new ArrayList<>();
    String spaced = SMALL_THEN_CAPITAL.matcher(header).replaceAll(" ");
    for (String part : BETWEEN.split(spaced, -1)) {
      String word = HeaderNames.folded(part);
      int last = words.size() - 1;
      if (last >= 0 && words.get(last).startsWith("opt") && word.matches("in|out")) {
        words.set(last, words.get(last) + word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isAboutCalls(String header, List<String> words) {
    if (words.stream()
        .anyMatch(
            word ->
                (begins(word, CALLING) || word.contains("anruf"))
                    && !word.startsWith("callback"))) {
      return true;
    }
    return words.stream().anyMatch(word -> begins(word, CONTACTING))
        && !OtherWays.areNamedIn(header);
  }

  /** Before calls "no" refuses them; elsewhere it may be short for a number. */
  private static boolean isRefusal(List<String> words) {
    boolean no = words.size() > 1 && words.get(0).equals("no") && !words.get(1).equals("of");
    return no || words.stream().anyMatch(word -> NO.contains(word) || begins(word, REFUSED));
  }

  private static boolean begins(String word, List<String> stems) {
    return stems.stream().anyMatch(word::startsWith);
  }
}
