package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Report;
import io.warmline.sdk.model.ReportFigure;
import io.warmline.sdk.model.ReportGrouping;
import io.warmline.sdk.model.ReportMetric;
import io.warmline.sdk.model.ReportRow;
import jakarta.inject.Inject;
import java.net.URI;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A year of a firm through the public API: three clients, two campaigns that set meetings and
 * differ only in how they confirm them, one that hands warm leads over, one that keeps customers,
 * twelve agents, and prospects who answer, click, defer, call off, stay away and refuse. Every
 * figure of every report is held against what the simulation has counted for itself.
 *
 * <p>{@code -Dwarmline.year.seed=…} gives another year, {@code -Dwarmline.year.leads=…} a smaller
 * or larger firm (the ordinary build has {@value #LEADS} leads), {@code
 * -Dwarmline.year.leads-for-meetings=…} more leads on the two lists that set meetings.
 */
@QuarkusTest
@TestProfile(YearProfile.class)
@QuarkusTestResource(PostgresForTests.class)
class FirmYearTest {

  private static final Logger LOG = Logger.getLogger(FirmYearTest.class);

  private static final int LEADS = 40;
  private static final long SEED = Long.getLong("warmline.year.seed", 20260105);

  @Inject TestTenant tenants;
  @Inject Upkeep upkeep;

  @TestHTTPResource URI server;

  @Test
  void theReportsOfAYearSayWhatTheFirmHasCounted() {
    Year.Size size =
        new Year.Size(
            Integer.getInteger("warmline.year.leads", LEADS),
            Integer.getInteger("warmline.year.leads-for-meetings", 0));
    LOG.infof("seed %d, %s", SEED, size);
    WarmlineClient warmline =
        WarmlineClient.builder().baseUrl(server.toString()).apiKey(tenants.create()).build();
    Year year = Year.of(warmline, server, upkeep, SEED, size);

    Books ledger = year.ledger();
    Audit audit = new Audit(warmline, ledger);
    year.pass(audit);

    LOG.info(ledger);
    audit.everyLeadIsInOnePlace(year.drives());
    audit.nobodyWaitsForTwoThings();
    audit.noCallbackIsLost();
    audit.everyHandoffIsQualified();
    int figures = audit.everyFigureIsWhatWasCounted();
    LOG.infof("%d figures", figures);
    confirmationsAreCompared(warmline);
  }

  private static void confirmationsAreCompared(WarmlineClient warmline) {
    Report report =
        warmline
            .reports()
            .getAppointmentsReport(Year.PERIOD.asked().groupBy(ReportGrouping.CONFIRMATION));

    assertThat(report.getRows())
        .extracting(row -> row.getGroup().get("confirmation"))
        .containsExactly("AT_ONCE", "DAY_BEFORE");
    for (ReportRow row : report.getRows()) {
      for (ReportMetric metric : row.getMetrics()) {
        LOG.infof(
            "%s %s %d/%d %.3f (%.3f to %.3f)",
            row.getGroup().get("confirmation"),
            metric.getName(),
            metric.getNumerator(),
            metric.getDenominator(),
            metric.getRate(),
            metric.getLow(),
            metric.getHigh());
      }
      for (ReportFigure figure : row.getFigures()) {
        LOG.infof(
            "%s %s %.1f %s of %d",
            row.getGroup().get("confirmation"),
            figure.getName(),
            figure.getValue(),
            figure.getUnit(),
            figure.getN());
      }
      ReportMetric held = row.getMetrics().get(0);
      assertThat(held.getRate()).isBetween(held.getLow(), held.getHigh());
      assertThat(held.getLow()).isLessThan(held.getHigh());
    }
  }
}
