import io.warmline.sdk.CallbackFilter;
import io.warmline.sdk.ReportPeriod;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Campaign;
import io.warmline.sdk.model.ReportGrouping;

/** What a supervisor looks at before the floor opens: promises that are late, who can be called, what keeps the others back, who did what. */
class SupervisorMorning {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();

    var late = warmline.callbacks().listCallbacks(CallbackFilter.all().overdue(true)).stream().toList();
    System.out.println(late.size() + " promises are late");
    late.forEach(promise -> System.out.println("  " + promise.getOverdueSince() + " " + promise.getLeadId()));

    for (Campaign campaign : warmline.campaigns().listCampaigns()) {
      var queue = warmline.campaigns().getQueue(campaign.getId());
      long ready = queue.getReady().stream().mapToLong(tier -> tier.getReady()).sum();
      System.out.println(campaign.getName() + ": " + ready + " can be called now");
      queue.getBlocked().forEach(block -> System.out.println("  " + block.getCount() + " wait: " + block.getCode()));
      if (queue.getNextCallableAt() != null) {
        System.out.println("  the next at " + queue.getNextCallableAt());
      }
    }

    var report = warmline.reports().getActivityReport(ReportPeriod.lastFourWeeks().groupBy(ReportGrouping.AGENT));
    for (var row : report.getRows()) {
      System.out.println("Agent " + row.getGroup().values());
      row.getMetrics().forEach(metric -> System.out.println("  " + metric.getName() + " " + metric.getNumerator() + " of " + metric.getDenominator()));
    }
    System.out.println(report.getRows().size() + " agents in the report");
  }
}
