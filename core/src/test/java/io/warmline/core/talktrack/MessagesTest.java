package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages that are owed, in words. */
class MessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-18T15:15:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static CallFacts bare() {
    return CallFacts.at(NOW, NEW_YORK);
  }

  private static CallFacts known() {
    return bare()
        .caller("Dave Miller", "ABC Company")
        .with(Fact.PROSPECT, "Mr. Butt")
        .with(Fact.LAST_TALK, "earlier today")
        .with(Fact.VOICEMAIL_LEFT, "earlier today")
        .with(Fact.OBJECTIVE, "to set up an appointment");
  }

  @Test
  void aConversationIsFollowedByWhatWasPromised() {
    assertThat(Messages.write(MessageKind.CONVERSATION, List.of(), known()))
        .isEqualTo(
            """
            Hello Mr. Butt,

            thank you for your time. Here is what I promised you when we spoke earlier today.

            Dave Miller
            ABC Company""");
  }

  @Test
  void whatIsKnownBesidesIsSaid() {
    CallFacts more =
        known().with(Fact.NEED, "two delivery vans").with(Fact.CALLBACK_NUMBER, "+1 503 555 0100");

    assertThat(Messages.write(MessageKind.CONVERSATION, List.of(), more))
        .contains("You told me that you need two delivery vans.\n")
        .contains("You reach me at +1 503 555 0100.");
  }

  @Test
  void theFirstWordingIsTakenWhoseFactsAreKnown() {
    List<String> own = List.of("Hi {{prospect}}, about {{need}}", "Hi {{prospect}}", "Hi");

    assertThat(Messages.write(MessageKind.VOICEMAIL, own, known())).isEqualTo("Hi Mr. Butt");
    assertThat(Messages.write(MessageKind.VOICEMAIL, own, bare())).isEqualTo("Hi");
    assertThat(Messages.write(MessageKind.VOICEMAIL, own, known().with(Fact.NEED, "vans")))
        .isEqualTo("Hi Mr. Butt, about vans");
  }

  @Test
  void whereNoOwnWordingCanBeSaidAShippedOneIs() {
    assertThat(Messages.write(MessageKind.VOICEMAIL, List.of("About {{need}}"), known()))
        .startsWith("Hello Mr. Butt,\n\nI called you earlier today and left you a message.");
  }

  @Test
  void aFactThatIsMissingWithinOthersIsMissing() {
    List<String> own = List.of("{{#need}}{{reason}}, {{need}}{{/need}}", "About {{need}}");

    assertThat(Messages.write(MessageKind.VOICEMAIL, own, known().with(Fact.NEED, "vans")))
        .isEqualTo("About vans");
  }

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void thereIsNeverAPlaceholderWhateverIsMissing(MessageKind kind) {
    List<CallFacts> all = new ArrayList<>(List.of(bare(), known()));
    for (Fact fact : Fact.values()) {
      all.add(known().with(fact, ""));
      all.add(bare().with(fact, "{{prospect}} something"));
    }

    for (CallFacts facts : all) {
      String text = Messages.write(kind, List.of(), facts);
      assertThat(text).isNotBlank().doesNotContain("{", "}").doesNotContain("\n\n\n", "  ");
      assertThat(text.lines()).noneMatch(line -> line.matches("\\s*[,.]\\s*"));
    }
  }

  @Test
  void paragraphsStayAndLinesWithoutTheirFactGo() {
    String own = "One.\n\n{{#need}}About {{need}}.{{/need}}\n\nTwo.";

    assertThat(Messages.write(MessageKind.CONVERSATION, List.of(own), known()))
        .isEqualTo("One.\n\nTwo.");
  }

  @Test
  void aWordingWithFaultsIsFound() {
    assertThat(Messages.check("Hello {{nobody}}")).hasSize(1);
    assertThat(Messages.check("Hello {{#need}}")).hasSize(1);
    assertThat(Messages.check("Hello {{prospect}}\n\n{{agentName}}")).isEmpty();
  }
}
