package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DecodingPropertyTest {

  @Property
  void everyTextInUtf8IsReadBackTheSame(@ForAll @From("texts") String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(read(new Utf8Reader(dripping(bytes)))).isEqualTo(text);
  }

  @Property
  void everyTextInUtf16IsReadBackTheSame(@ForAll @From("texts") String text) throws IOException {
    byte[] big = text.getBytes(StandardCharsets.UTF_16BE);
    byte[] little = text.getBytes(StandardCharsets.UTF_16LE);

    assertThat(read(new Utf16Reader(dripping(big), true))).isEqualTo(text);
    assertThat(read(new Utf16Reader(dripping(little), false))).isEqualTo(text);
  }

  @Property
  void noBytesAtAllBecomeReplacementCharacters(@ForAll @Size(max = 64) byte[] bytes)
      throws IOException {
    assertThat(read(new Windows1252Reader(dripping(bytes))))
        .hasSize(bytes.length)
        .doesNotContain("\uFFFD");
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("\u00EF\u00BF\u00BD")) {
      assertThat(read(new Utf8Reader(dripping(bytes)))).doesNotContain("\uFFFD");
    }
  }

  @Example
  void windows1252IsReadAsTheJdkReadsItWhereItIsDefined() {
    for (int value = 0; value < 256; value++) {
      String expected = new String(new byte[] {(byte) value}, TextEncoding.WINDOWS_1252);
      if (!expected.equals("\uFFFD")) {
        assertThat(Windows1252Reader.character((byte) value)).isEqualTo(expected.charAt(0));
      }
    }
  }

  @Example
  void aByteLeftOverAtTheEndOfUtf16IsMarked() throws IOException {
    assertThat(read(new Utf16Reader(dripping(new byte[] {'a', 0, 'b'}), false)))
        .isEqualTo("a\uFFFD");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF)
        .list()
        .ofMaxSize(40)
        .map(codePoints -> codePoints.stream().map(Character::toString).reduce("", String::concat));
  }

  private static String read(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }

  /** Hands out one byte at a time, as a slow connection does. */
  private static InputStream dripping(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1));
      }
    };
  }
}
