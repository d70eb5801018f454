import io.warmline.sdk.ReportPeriod;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.ReportGrouping;
import java.io.IOException;

/** Prints a report of the last four weeks as CSV, one line for each figure of each agent. */
class WeeklyReport {
  public static void main(String[] args) throws IOException {
    var warmline = WarmlineClient.fromEnv();
    var period = ReportPeriod.lastFourWeeks().groupBy(ReportGrouping.AGENT);
    try (var csv = warmline.reports().exportReport("activity", period)) {
      csv.transferTo(System.out);
    }
  }
}
