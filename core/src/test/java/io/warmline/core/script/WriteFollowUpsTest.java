package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.MessageWordings;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.followup.MarkFollowUpSent;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.talktrack.MessageKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What messages say that are owed after calls. */
@QuarkusTest
class WriteFollowUpsTest extends OnPostgres {

  @Inject WriteFollowUps write;
  @Inject FollowUps followUps;
  @Inject MarkFollowUpSent markSent;

  private static UnaryOperator<CampaignTerms> saying(MessageKind kind, String... wordings) {
    return t -> t.writing(new MessageWordings(Map.of(kind, List.of(wordings))));
  }

  private LeadId called(CampaignId campaign, AgentId agent, Disposition disposition) {
    LeadId lead = given.newLead(campaign).named("Grace", "Hopper").create();
    desk.log(lead, agent, disposition);
    return lead;
  }

  private String textFor(LeadId lead) {
    return write.owedTo(lead).orElseThrow().text();
  }

  @Test
  void whatIsOwedComesWithItsText() {
    AgentId dave = given.agentNamed("Dave Miller");
    LeadId talked = called(given.campaign(), dave, Disposition.INFORMATION_REQUESTED);
    LeadId voicemail = called(given.campaign(), dave, Disposition.VOICEMAIL_LEFT);

    assertThat(textFor(talked))
        .startsWith("Hello Grace,")
        .contains("Here is what I promised you when we spoke")
        .contains("Dave Miller\nA firm")
        .doesNotContain("{", "}");
    assertThat(textFor(voicemail))
        .contains("and left you a message.")
        .endsWith("Dave Miller\nA firm")
        .doesNotContain("{", "}");
  }

  @Test
  void theCampaignsOwnWordingsComeFirst() {
    CampaignId campaign =
        given.campaign(
            saying(
                MessageKind.CONVERSATION,
                "{{prospect}}, about {{need}}.",
                "{{prospect}}, here is our list.\n\n{{agentName}}"));
    LeadId plain =
        called(campaign, given.agentNamed("Dave Miller"), Disposition.INFORMATION_REQUESTED);
    LeadId needy =
        given.newLead(campaign).named("Ada", "Stone").custom(Map.of("need", "two vans")).create();
    desk.log(needy, given.agent(), Disposition.INFORMATION_REQUESTED);

    assertThat(textFor(plain)).isEqualTo("Grace, here is our list.\n\nDave Miller");
    assertThat(textFor(needy)).isEqualTo("Ada, about two vans.");
  }

  @Test
  void aListOfThemIsWrittenAtOnceAndWhatWasSentHasNoText() {
    CampaignId campaign = given.campaign(saying(MessageKind.CONVERSATION, "Hi {{prospect}}"));
    AgentId agent = given.agent();
    LeadId one = called(campaign, agent, Disposition.INFORMATION_REQUESTED);
    LeadId two = given.newLead(campaign).named("Ada", "Stone").create();
    desk.log(two, agent, Disposition.INFORMATION_REQUESTED);
    clock.advance(Duration.ofMinutes(5));
    FollowUp sent =
        markSent.sent(write.owedTo(one).orElseThrow().followUp().id(), Optional.empty(), Set.of());

    List<FollowUp> all =
        transaction.call(
            () ->
                followUps
                    .list(
                        new FollowUps.Filter(
                            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Cursor.Paging(50, null))
                    .items());

    assertThat(all).hasSize(2);
    assertThat(write.texts(all).values()).containsExactly("Hi Ada");
    assertThat(write.texts(all)).doesNotContainKey(sent.id());
    assertThat(write.owedTo(one)).isEmpty();
  }

  @Test
  void wordingsThatCannotBeSaidAreRefused() {
    assertThatThrownBy(() -> given.campaign(saying(MessageKind.VOICEMAIL, "Hello {{nobody}}", " ")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_VALUE);
              assertThat(refused.violations())
                  .extracting(WarmlineException.Violation::pointer)
                  .containsExactly("/messages/VOICEMAIL/0", "/messages/VOICEMAIL/1");
            });
  }
}
