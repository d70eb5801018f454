import io.warmline.sdk.ReportPeriod;
import io.warmline.sdk.WarmlineClient;

/** Prints a report of the last four weeks as CSV. */
class WeeklyReport {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();
    var report = warmline.reports().getActivityReport(ReportPeriod.lastFourWeeks());
    System.out.println("group,metric,numerator,denominator");
    for (var row : report.getRows()) {
      for (var metric : row.getMetrics()) {
        System.out.println(
            row.getGroup().values() + "," + metric.getName() + "," + metric.getNumerator() + "," + metric.getDenominator());
      }
    }
  }
}
