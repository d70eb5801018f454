import io.warmline.sdk.InvalidRequestException;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.NewAppointment;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import java.util.List;

/** Sets a meeting in the words in which it was agreed, and asks where they leave a choice. */
class SetMeeting {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();
    var campaign =
        warmline
            .campaigns()
            .createCampaign(new NewCampaign().name("Meetings").defaultCountry("US").timeZone("America/Chicago"))
            .value();
    var lead =
        warmline
            .leads()
            .createLead(
                new NewLead()
                    .campaignId(campaign.getId())
                    .phones(List.of("504-621-8927"))
                    .timeZone("America/Chicago"))
            .value();
    try {
      warmline.appointments().createAppointment(new NewAppointment().leadId(lead.getId()).words("some time next week"));
    } catch (InvalidRequestException e) {
      System.out.println("Ask: " + e.errors().get(0).getMessage());
    }
    var meeting =
        warmline
            .appointments()
            .createAppointment(new NewAppointment().leadId(lead.getId()).words("tomorrow at 10 am"))
            .value();
    System.out.println("Set for " + meeting.getLocalTime() + " in " + meeting.getTimeZone());
  }
}
