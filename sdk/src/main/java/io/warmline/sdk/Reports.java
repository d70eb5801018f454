package io.warmline.sdk;

import io.warmline.sdk.model.LiveNumbers;
import io.warmline.sdk.model.Report;
import java.io.InputStream;
import java.time.ZoneId;

/** Figures by which ways of prospecting are compared. */
public final class Reports {
  private static final String ALL = "/v1/reports/";

  private final Transport transport;

  Reports(Transport transport) {
    this.transport = transport;
  }

  /**
   * All campaigns as they are.
   *
   * @param zone in which today begins
   */
  public LiveNumbers getLiveNumbers(ZoneId zone, RequestOption... options) {
    return transport.value(
        Request.get("/v1/live-numbers").and("zone", zone.getId()).with(options), LiveNumbers.class);
  }

  /** Dials, contacts and meetings. */
  public Report getActivityReport(ReportPeriod period, RequestOption... options) {
    return report("activity", period, options);
  }

  /** How promises were kept. */
  public Report getCallbacksReport(ReportPeriod period, RequestOption... options) {
    return report("callbacks", period, options);
  }

  /** How good calls were. */
  public Report getQualityReport(ReportPeriod period, RequestOption... options) {
    return report("quality", period, options);
  }

  /** What became of meetings. */
  public Report getAppointmentsReport(ReportPeriod period, RequestOption... options) {
    return report("appointments", period, options);
  }

  /** Too much screening, or too little. */
  public Report getQualificationReport(ReportPeriod period, RequestOption... options) {
    return report("qualification", period, options);
  }

  /** What clients made of warm leads. */
  public Report getHandoffsReport(ReportPeriod period, RequestOption... options) {
    return report("handoffs", period, options);
  }

  /** How soon signals were dialled. */
  public Report getSpeedToLeadReport(ReportPeriod period, RequestOption... options) {
    return report("speed-to-lead", period, options);
  }

  /** When prospects answer, by their own clock. */
  public Report getBestHoursReport(ReportPeriod period, RequestOption... options) {
    return report("best-hours", period, options);
  }

  /** What is sold in the end. */
  public Report getSalesReport(ReportPeriod period, RequestOption... options) {
    return report("sales", period, options);
  }

  /**
   * A report as CSV in UTF-8: a header line, and one line for each figure of each row.
   *
   * @param name as in its path: {@code activity}, {@code best-hours}, …
   * @return the file as it comes in; close it
   */
  public InputStream exportReport(String name, ReportPeriod period, RequestOption... options) {
    Request request =
        Request.get(ALL + "{report}", name).query(period.query()).accept("text/csv").with(options);
    return transport.send(request).file("text/csv");
  }

  private Report report(String name, ReportPeriod period, RequestOption... options) {
    return transport.value(
        Request.get(ALL + name).query(period.query()).with(options), Report.class);
  }
}
