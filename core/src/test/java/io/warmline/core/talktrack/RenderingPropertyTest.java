package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RenderingPropertyTest {

  @Property(tries = 500)
  void noBracesAreLeftWhateverTheFactsAre(
      @ForAll CallKind kind, @ForAll Fact fact, @ForAll("words") String words) {
    String text = TalkTracks.render(kind, Situations.everything().with(fact, "x" + words)).text();

    assertThat(text).doesNotContain("{").doesNotContain("}").doesNotContain("\n");
  }

  @Property(tries = 500)
  void aMissingFactIsAlwaysNamed(@ForAll CallKind kind, @ForAll Set<Fact> missing) {
    CallFacts known = Situations.everything();
    for (Fact fact : missing) {
      known = known.with(fact, "");
    }
    CallFacts facts = known;
    Optional<Fact> first = kind.required().stream().filter(missing::contains).findFirst();

    if (first.isEmpty()) {
      assertThat(TalkTracks.render(kind, facts).text()).isNotBlank();
    } else {
      assertThatExceptionOfType(MissingFact.class)
          .isThrownBy(() -> TalkTracks.render(kind, facts))
          .satisfies(e -> assertThat(missing).contains(e.fact()))
          .satisfies(e -> assertThat(e).hasMessageContaining(e.fact().key()));
    }
  }

  @Property(tries = 2000)
  void anyTextIsSoundOrRefusedButNeverBreaksTheEngine(@ForAll("templates") String template) {
    if (Templates.check(template).isEmpty()) {
      assertThat(Templates.lines(template)).isNotNull();
    }
  }

  @Property(tries = 1000)
  void anyWordsCanBeReported(@ForAll String said, @ForAll boolean sameDay) {
    assertThat(ReportedSpeech.of(said, List.of(), sameDay).suggestion(Voice.AMERICAN)).isNotNull();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("{{greeting}}", "{{", "}}", "\n", "a", "{", "$1", "\\", "&", " ", "{{{")
        .list()
        .ofMaxSize(6)
        .map(all -> String.join("", all));
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
            "{{greeting}}",
            "{{#need}}",
            "{{/need}}",
            "{{",
            "}}",
            "{",
            "}",
            "#",
            "/",
            "^",
            "!",
            "=",
            ">",
            "&",
            "need",
            " ",
            "\n",
            "x",
            "{{need}}",
            "{{#reason}}",
            "{{/reason}}")
        .list()
        .ofMaxSize(8)
        .map(all -> String.join("", all));
  }
}
