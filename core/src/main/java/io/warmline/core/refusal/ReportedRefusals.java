package io.warmline.core.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What agents write of a talk in which somebody refused to be called: "Asked never to be called
 * again", "said to take him off our list". A sentence counts that says this and nothing besides, so
 * that "asked not to be called before ten" says when to call and "remove from the mailing list"
 * speaks of letters.
 */
final class ReportedRefusals {

  private static final int LONGEST = 200;

  /** One of these words is in each of them; most sentences are told apart by this in no time. */
  private static final Set<String> TELLING =
      Set.of(
          """
          not never no don't dont doesn't doesnt didn't didnt remove removed take taken delete deleted struck strike drop dropped
          scrub scrubbed get stop quit cease lose leave dnc off out removal refuse refuses refused decline declines declined object objects objected
          opted opts revoke revokes revoked withdrew withdraw withdraws withdrawn sue report legal dead deceased died passed
          nicht nie keine keinen keinesfalls aus von werbesperre telefonsperre werbewiderspruch widersprochen widerspruch
          einwilligung zustimmung plus pas retirer supprimer enlever rayer arrêtez opposition dejen deje dejar sacar quitar borrar
          eliminar dar darle darlo darla sacarle quitarle sacarlo quitarlo borrarlo eliminarlo\
          """
              .split("\\s+"));

  private static final Pattern SENTENCES =
      Pattern.compile(
          "[,;:|/!、。！，；\\r\\n()\\[\\]\"“”„«»]+|\\s[-–—]+\\s|\\s(?:and|but|und|et|y)\\s|(?<!\\b(?:mr|mrs|ms|dr))\\.(?:\\s|$)");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final String WHO =
      "(?:(?:the|this|his|her|our) )?(?:prospect|customer|client|lead|contact|owner|wife|husband|spouse|son|daughter|widow(?:er)?|secretary|receptionist"
          + "|assistant|gatekeeper|manager|boss|person|lady|gentleman|guy|man|woman|company|firm|they|he|she|i|we|(?:mr|mrs|ms|dr)\\.? [\\p{L}'-]+)";

  private static final String HOW =
      "(?:(?:very|really|clearly|firmly|specifically|explicitly|expressly|repeatedly|again|just|also|then|now|has|have|had|who|and|but|angrily|politely"
          + "|strongly|absolutely|definitely|already|please|pls|kindly|ever) )*";

  private static final String SAYS =
      "(?:says?|said|told|states?|stated|insists?|insisted|demands?|demanded|asks?|asked|requests?|requested|wants?|wanted|wishes|wished|prefers?|preferred"
          + "|would (?:like|rather|prefer)|made it clear|instructed|begged|is asking|is requesting)(?: (?:us|me|you|again|(?:(?:our|the|my) )?(?:agent|rep|caller|colleague|guy|team|office)))?(?: (?:that|for|to))?";

  private static final String SPEAKER =
      "(?:" + WHO + "(?:'s)? )?" + HOW + "(?:" + SAYS + " )?" + "(?:" + WHO + "(?:'s)? )?" + HOW;

  private static final String WHOM =
      "(?:me|him|her|them|us|here|this (?:number|person|company|house(?:hold)?)|(?:my|his|her|their) (?:number|name|details|line))";

  private static final String WANTS =
      "(?:asks?|asked|requests?|requested|demands?|demanded|wants?|wanted|insists?|insisted|wishes|would like|begged)(?: (?:us|me|again))?(?: (?:for|on|that))? ";

  private static final String CALL =
      "(?:call|phone|ring|telephone|contact|bother|cold[ -]?call|dial)";

  private static final String CALLED =
      "(?:called|phoned|rung|telephoned|contacted|dialled|dialed|bothered|approached|solicited|harassed|cold[ -]?called)";

  private static final String CALLING =
      "(?:calling|phoning|ringing|telephoning|contacting|bothering|harassing|cold[ -]?calling)";

  private static final String LIST =
      "(?:(?:the|your|our|my|all|any|this|that|every|of|these) )*(?:(?:calling|calls?|phone|contact|diall?ing|marketing|sales|telemarketing|prospect(?:ing)?"
          + "|leads?|cold[ -]?call(?:ing)?) )?(?:lists?|databases?|db|system|records|files?|crm)";

  private static final String END =
      "(?: (?:again|any ?more|ever|ever again|at all|any longer|back|by us|by our (?:company|firm)|in (?:the )?future|from now on|please|pls|under any circumstances"
          + "|on this number|"
          + WHOM
          + "))*(?: (?:per|as|because|since) .*)?";

  private static final String KIND = "(?:(?:sales|marketing|phone|cold|telemarketing) )?";

  private static final String DNC =
      "(?:(?:internal )?(?:dnc|do[ -]not[ -]call)(?: (?:list|registry|register|request|flag|file))?|no[ -]call (?:list|registry|register))";

  /* What follows the one who speaks. */
  private static final List<String> ENGLISH =
      List.of(
          "(?:not|never|no longer)(?: ever)?(?: to)? (?:ever )?be (?:ever )?" + CALLED + END,
          "to (?:not|never|no longer) (?:ever )?be (?:ever )?" + CALLED + END,
          "(?:do|does|did)(?: not|n'?t) (?:ever )?(?:want|wish|like|care)(?: (?:us|you))? (?:to (?:ever )?be "
              + CALLED
              + "|to (?:"
              + CALL
              + "|hear from us)|"
              + CALLING
              + ")"
              + END,
          "(?:no longer|never) (?:wants?|wishes) (?:to be "
              + CALLED
              + "|to hear from us|calls|contact)"
              + END,
          "(?:(?:do|does|did)(?: not|n'?t) want (?:any )?|wants? no )(?:more |further |additional )?"
              + KIND
              + "(?:calls|contact)"
              + END,
          "no (?:(?:more|further|additional) "
              + KIND
              + "(?:calls|contact)|(?:calls|contact) (?:wanted|requested|please|whatsoever|of any kind|ever(?: again)?))"
              + END,
          "(?:to be |be |been )?(?:removed|taken|deleted|struck|dropped|scrubbed) (?:off|from|out of) "
              + LIST
              + END,
          WANTS
              + "(?:(?:to be |be |being )?(?:removed|deleted)|to be (?:off|out of) "
              + LIST
              + "|(?:off|out of) "
              + LIST
              + "|removal(?: from "
              + LIST
              + ")?)"
              + END,
          "(?:to )?(?:take|remove|delete|strike|drop|scrub|get)(?: "
              + WHOM
              + ")? (?:off|from|out of) "
              + LIST
              + END,
          "(?:to )?(?:please )?remove " + WHOM + END,
          "(?:that we |we |to )?(?:should |must )?(?:stop|quit|cease) "
              + CALLING
              + "(?: "
              + WHOM
              + ")?"
              + END,
          "(?:to )?(?:do not|don'?t|not(?: ever)? to|to not|never to|to never|never)(?: ever)? "
              + CALL
              + "(?: "
              + WHOM
              + ")?"
              + END,
          "(?:to )?(?:lose (?:my|his|her|their|this) number|leave (?:me|him|her|them|us) (?:alone|be|in peace))"
              + END,
          "(?:to )?(?:be )?(?:add(?:ed)? |put |placed? |go )?(?:"
              + WHOM
              + " )?(?:on |to )?(?:(?:the|our|your|a) )?"
              + DNC
              + "(?:ed)?"
              + END,
          "(?:declines?|declined|refuses|refused|objects? to|objected to|opted out (?:of|from)|opts out of) (?:(?:all|any|further|more|our|receiving|future) )*"
              + "(?:(?:sales|marketing|phone|cold|telemarketing) )?(?:calls|contact|telemarketing|being "
              + CALLED
              + ")"
              + END,
          "(?:revokes?|revoked|withdrew|withdraws?|withdrawn)(?: (?:his|her|their|the|all))? consent(?: to (?:be "
              + CALLED
              + "|calls?|contact|being "
              + CALLED
              + "))?"
              + END,
          "(?:(?:will|would|is going to|threatens? to|threatened to|threatened) )?(?:sue|report|take legal action|legal action|call (?:the|a|his|her|their) (?:police|lawyer|attorney))"
              + "(?: [\\p{L}']+){0,5} if (?:we|i|you)(?: ever)? (?:"
              + CALL
              + ")(?: "
              + WHOM
              + ")? (?:again|any ?more|back)");

  private static final String PERSON =
      "(?:(?:(?:the|his|her|our) )?(?:prospect|customer|client|owner|wife|husband|spouse|son|daughter|widow(?:er)?|manager|boss|person|lady|gentleman|guy|man|woman|he|she)"
          + "|(?:mr|mrs|ms|dr)\\.? [\\p{L}'-]+)";

  private static final String DEAD =
      "(?:"
          + PERSON
          + " (?:says|said|told (?:us|me)|reports|informed us)(?: that)? )?(?:"
          + PERSON
          + " (?:is |has |was |has been |had )?(?:sadly |unfortunately |recently )*(?:dead|deceased|died|passed away)"
          + "|(?:sadly |unfortunately |recently )*(?:deceased|died|passed away))"
          + "(?: (?:on|in|since|last|this|earlier|a|an|few|some|two|three|four|five|six|\\d[\\d./-]*|several|many|days?|weeks?|months?|years?|ago|recently|suddenly|back|spring"
          + "|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|of|from|covid|cancer|the|per|according"
          + "|to|wife|husband|widow|son|daughter))*";

  private static final String WER =
      "(?:(?:(?:der|die) )?(?:kunde|kundin|interessent(?:in)?|inhaber(?:in)?|chef(?:in)?|er|sie|ich|wir|(?:herr|frau) [\\p{L}-]+) )?";

  private static final List<String> GERMAN =
      List.of(
          WER
              + "(?:will|möchten?|wünscht|wollte|wollen)(?: (?:ausdrücklich|auf keinen fall|wirklich|bitte))* (?:nicht mehr|nicht|nie wieder|nie mehr|keinesfalls)"
              + " (?:wieder |telefonisch )?(?:angerufen|kontaktiert|belästigt)(?: werden)?",
          WER
              + "(?:will|möchten?|wünscht|wollen)(?: ausdrücklich)? keinen? (?:weiteren? |mehr )?(?:anrufe?|telefonanrufe?|kontakt|werbeanrufe?|telefonwerbung)(?: mehr)?",
          WER
              + "(?:bittet darum|bittet|hat darum gebeten|hat gebeten)? ?(?:nicht mehr|nie wieder|nie mehr) (?:angerufen|kontaktiert) zu werden",
          "(?:bitte )?(?:aus|von) (?:der |unserer |eurer |ihrer |den )?(?:liste|listen|anrufliste|telefonliste|kartei|datenbank) (?:nehmen|löschen|streichen|entfernen"
              + "|genommen|gelöscht|gestrichen|entfernt)(?: werden)?",
          "(?:bitte )?(?:nie wieder|nie mehr|nicht wieder|nicht mehr) (?:anrufen|kontaktieren|melden|belästigen)",
          WER + "(?:hat )?(?:der |gegen )?(?:telefonwerbung|werbeanrufen|werbung) widersprochen",
          "werbesperre|telefonsperre|werbewiderspruch|widerspruch gegen (?:telefonwerbung|werbeanrufe|werbung|anrufe)",
          WER
              + "(?:hat )?(?:(?:die|seine|ihre) )?(?:einwilligung|zustimmung) (?:widerrufen|zurückgezogen)");

  private static final String QUI =
      "(?:(?:il|elle|je|on|(?:le |la )?(?:cliente?|prospecte?|gérante?)|(?:m\\.?|mme|monsieur|madame) [\\p{L}'-]+) )?";

  private static final List<String> FRENCH =
      List.of(
          QUI
              + "(?:ne )?(?:veut|souhaite|désire|veux) (?:plus|pas|plus jamais) (?:être )(?:appelée?|contactée?|rappelée?|démarchée?|sollicitée?)",
          QUI
              + "(?:ne )?(?:veut|souhaite|veux) plus (?:d'appels?|qu'on l'appelle|recevoir d'appels?|de démarchage)",
          QUI
              + "(?:demande|a demandé) (?:à|de) (?:ne (?:plus|pas)|ne plus jamais) être (?:appelée?|contactée?|rappelée?)",
          "(?:à )?(?:retirer|supprimer|enlever|rayer) (?:de|du|des) (?:la |nos |vos |notre |votre )?(?:listes?|fichiers?|base)(?: d'appels?)?",
          "(?:à )?ne (?:plus|pas)(?: jamais)? (?:rappeler|appeler|contacter|démarcher)",
          "arrêtez (?:de m'appeler|les appels)",
          "opposition (?:téléphonique|au démarchage(?: téléphonique)?)");

  private static final String QUIEN =
      "(?:(?:(?:el|la) (?:cliente|clienta|señora?|dueñ[oa])|él|ella|(?:sr|sra|señora?)\\.? [\\p{L}-]+) )?";

  private static final List<String> SPANISH =
      List.of(
          QUIEN + "no (?:quiere|desea|quiero) (?:recibir )?(?:más |ninguna )?llamadas?(?: más)?",
          QUIEN
              + "no (?:quiere|desea) que (?:le|la|lo|les) (?:llamen|llamemos|contacten|contactemos|molesten|molestemos)(?: más| nunca más| otra vez)?",
          QUIEN
              + "no (?:quiere|desea) ser (?:llamad[oa]|contactad[oa]|molestad[oa])(?: más| nunca más)?",
          QUIEN
              + "(?:pide|pidió|solicita|solicitó|ha pedido) que no (?:le|la|lo|les) (?:llamen|llamemos|contacten|contactemos|molesten)(?: más| nunca más)?",
          "(?:por favor )?(?:dejen|deje|dejar) de llamar(?:le|me|la|lo|les)?",
          "(?:por favor )?(?:sacar|quitar|borrar|eliminar)(?:le|lo|la|me)? de (?:la|las|nuestra|su|esta) (?:listas?|base(?: de datos)?)",
          "(?:dar|darle|darlo|darla) de baja de (?:la|nuestra|su) (?:lista|base(?: de datos)?)",
          "no volver a (?:llamar|contactar)(?:le|la|lo|les)?",
          "(?:que )?no (?:me|le|lo|la|les) (?:llamen|llame|llamar|contacten)(?: más| nunca más)?");

  private static final Pattern REFUSAL =
      Pattern.compile(
          Stream.of(List.of(SPEAKER + oneOf(ENGLISH), DEAD), GERMAN, FRENCH, SPANISH)
              .map(ReportedRefusals::oneOf)
              .collect(Collectors.joining("|")));

  private ReportedRefusals() {}

  private static String oneOf(List<String> patterns) {
    return patterns.stream().collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Whether a sentence of this text reports a refusal, or a death, and says no more. */
  static boolean areIn(String text) {
    String folded = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    return isTold(folded)
        && SENTENCES.splitAsStream(folded).anyMatch(sentence -> isTold(sentence) && says(sentence));
  }

  /** Whether one of its words tells. */
  private static boolean isTold(String words) {
    int start = -1;
    for (int i = 0; i <= words.length(); i++) {
      boolean within =
          i < words.length() && (Character.isLetter(words.charAt(i)) || words.charAt(i) == '\'');
      if (within && start < 0) {
        start = i;
      } else if (!within && start >= 0) {
        if (TELLING.contains(words.substring(start, i))) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private static boolean says(String sentence) {
    String words = BLANKS.matcher(sentence.strip()).replaceAll(" ");
    String bare = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return bare.length() <= LONGEST && REFUSAL.matcher(bare).matches();
  }
}
