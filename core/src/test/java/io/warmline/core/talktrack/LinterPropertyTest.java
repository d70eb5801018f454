package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinterPropertyTest {

  private static final List<String> WORDS =
      List.of(
          ("are you still interested I'm I’m just checking in sorry to bother when would be a good"
                  + " time maybe um , . ? ; call back later {{concreteTime}} {{ Thursday at 2 pm we"
                  + " spoke recently cannot don't can't 'n't p.m. … — {{agentName}} you said not")
              .split(" "));

  @Property(tries = 1000)
  void spansLieInTheText(@ForAll("scripts") String script, @ForAll CallKind kind) {
    for (Finding finding : Linter.lint(kind, Scope.OPENER, script)) {
      assertThat(finding.start()).isBetween(0, finding.end());
      assertThat(finding.end()).isLessThanOrEqualTo(script.length());
      assertThat(finding.better()).isNotBlank();
    }
  }

  @Property(tries = 300)
  void anyTextCanBeRead(@ForAll String text, @ForAll Scope scope) {
    assertThat(Linter.lint(CallKind.CALLBACK, scope, text, Situations.callback())).isNotNull();
  }

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.of(WORDS).list().ofMaxSize(20).map(words -> String.join(" ", words));
  }
}
