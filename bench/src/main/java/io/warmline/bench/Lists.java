package io.warmline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lead lists over HTTP. */
final class Lists {

  private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z]+)\"");

  private final Setting setting;

  Lists(Setting setting) {
    this.setting = setting;
  }

  /** Sends a file to a campaign and waits until it is in. */
  void load(String campaign, Path file) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + setting.server().port()
                        + "/v1/campaigns/"
                        + campaign
                        + "/imports"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + Server.KEY)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> started =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    Load.require(202, new HttpConnection.Answer(started.statusCode(), started.body()));
    String path = "/v1/imports/" + Setting.id(started.body());
    String body = started.body();
    while (!body.contains("COMPLETED")) {
      Thread.sleep(100);
      body = setting.http().get(path).body();
      Matcher status = STATUS.matcher(body);
      if (status.find() && status.group(1).equals("FAILED")) {
        throw new IllegalStateException(body);
      }
    }
  }
}
