import io.warmline.sdk.LeadFile;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.NewCampaign;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Brings a lead list in and says what became of its rows. */
class ImportLeads {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();
    var campaign =
        warmline
            .campaigns()
            .createCampaign(new NewCampaign().name("Autumn").defaultCountry("US").timeZone("America/New_York"))
            .value();
    String list = "First name;Company;Phone\nJames;Benton;504-621-8927\nLenna;Feltz;12\n";
    var file = LeadFile.csv(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));

    var started = warmline.imports().startImport(campaign.getId(), file);
    var done = warmline.imports().awaitImport(started.getId(), Duration.ofMinutes(2));

    System.out.println(done.getStatus() + ": " + done.getCreated() + " created, " + done.getRejected() + " rejected");
    for (var rejection : warmline.imports().listRejections(done.getId())) {
      System.out.println("line " + rejection.getLine() + ": " + rejection.getReason());
    }
  }
}
