package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a lead file, decided from its head.
 *
 * @param charset the encoding
 * @param markBytes the length of the byte order mark
 */
record TextEncoding(Charset charset, int markBytes) {

  /**
   * What the detector tells apart surely. Languages of the Latin script are not among them: their
   * letters look alike in several encodings.
   */
  private static final Set<String> OTHER_SCRIPTS =
      Set.of(
          "SHIFT_JIS",
          "EUC-JP",
          "EUC-KR",
          "GB18030",
          "BIG5",
          "WINDOWS-1251",
          "KOI8-R",
          "ISO-8859-5",
          "MACCYRILLIC",
          "IBM866",
          "WINDOWS-1253",
          "ISO-8859-7",
          "WINDOWS-1255",
          "ISO-8859-8",
          "TIS620");

  /** Fewer tell nothing. */
  private static final int FEW_LETTERS = 12;

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * By byte order mark; else UTF-16 by its many NUL bytes on one side; else UTF-8 unless most of
   * what is not ASCII is malformed; else Windows-1252, in which Excel saves "CSV" in Western
   * Europe.
   *
   * @param whole whether the head is the whole file, so that a sequence cut off at its end is
   *     malformed
   */
  static TextEncoding of(byte[] head, boolean whole) {
    TextEncoding marked = marked(head);
    return marked != null ? marked : new TextEncoding(charsetWithoutMark(head, whole), 0);
  }

  private static @Nullable TextEncoding marked(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  /**
   * The encoding that the sender says. A byte order mark at the head goes before it, and what is no
   * UTF-8 in a file that is said to be is read as for a file of which nothing is said.
   */
  static TextEncoding declared(Charset charset, byte[] head) {
    TextEncoding marked = marked(head);
    if (marked != null) {
      return marked;
    }
    return new TextEncoding(
        charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset, 0);
  }

  /** The text of this stream, without the byte order mark. */
  Reader reader(InputStream in) throws IOException {
    in.skipNBytes(markBytes);
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return new Utf16Reader(in, charset.equals(StandardCharsets.UTF_16BE));
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      return new Utf8Reader(in);
    }
    return charset.equals(WINDOWS_1252)
        ? new Windows1252Reader(in)
        : new InputStreamReader(in, charset);
  }

  private static Charset charsetWithoutMark(byte[] head, boolean whole) {
    int evenNuls = nuls(head, 0);
    int oddNuls = nuls(head, 1);
    if (isHighByteSide(oddNuls, evenNuls, head.length)) {
      return StandardCharsets.UTF_16LE;
    }
    if (isHighByteSide(evenNuls, oddNuls, head.length)) {
      return StandardCharsets.UTF_16BE;
    }
    return isMostlyUtf8(head, whole) ? StandardCharsets.UTF_8 : otherScript(head);
  }

  /** Another script by the frequency of its letters; else Windows-1252. */
  private static Charset otherScript(byte[] head) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(head);
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    if (found == null || !OTHER_SCRIPTS.contains(found) || !Charset.isSupported(found)) {
      return WINDOWS_1252;
    }
    return isWritten(head, Charset.forName(found)) ? Charset.forName(found) : WINDOWS_1252;
  }

  /**
   * Whether whole words are of another script. In the Latin script letters outside ASCII stand
   * alone among others, and a detector takes a few of them for anything.
   */
  private static boolean isWritten(byte[] head, Charset charset) {
    String text = new String(head, charset);
    int letters = 0;
    int inWords = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isOfOtherScript(text, i)) {
        letters++;
        inWords += isOfOtherScript(text, i - 1) || isOfOtherScript(text, i + 1) ? 1 : 0;
      }
    }
    return letters >= FEW_LETTERS && inWords * 10 >= letters * 9;
  }

  private static boolean isOfOtherScript(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) > 0x7F
        && Character.isLetter(text.charAt(at))
        && Character.UnicodeScript.of(text.charAt(at)) != Character.UnicodeScript.LATIN;
  }

  /**
   * A list has digits, delimiters and line ends in any language: a third of its high bytes or more
   * are NUL.
   */
  private static boolean isHighByteSide(int nuls, int nulsOnTheOtherSide, int bytes) {
    return bytes >= 4 && nuls * 6 >= bytes && nulsOnTheOtherSide * 4 <= nuls;
  }

  private static int nuls(byte[] head, int from) {
    int count = 0;
    for (int i = from; i < head.length; i += 2) {
      count += head[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * Text in Windows-1252 hardly ever forms a sequence of UTF-8, so a few stray bytes do not outvote
   * real sequences.
   */
  private static boolean isMostlyUtf8(byte[] head, boolean whole) {
    int wellFormed = 0;
    int malformed = 0;
    for (int i = 0; i < head.length; ) {
      int length = Utf8Sequence.lengthAt(head, i, head.length);
      if (length > 1) {
        wellFormed++;
      } else if (length == Utf8Sequence.MALFORMED || (length == Utf8Sequence.TRUNCATED && whole)) {
        malformed++;
      }
      i += Math.max(length, 1);
    }
    return malformed == 0 || wellFormed > malformed;
  }

  static boolean startsWith(byte[] head, int... prefix) {
    if (head.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((head[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
