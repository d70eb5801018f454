package io.warmline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same request again and again, by several clients at once. */
final class Load {

  /** One request of a client. */
  interface Request {
    void send(HttpConnection connection, int n) throws IOException;
  }

  private Load() {}

  /**
   * Requests a second; client c sends the numbers c, c + clients, c + 2 clients… below {@code
   * requests}.
   */
  static double rate(Server server, int clients, int requests, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<HttpConnection> connections = new ArrayList<>();
    try {
      for (int c = 0; c < clients; c++) {
        connections.add(server.connect());
      }
      long start = System.nanoTime();
      List<Future<?>> work = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        int first = c;
        work.add(
            threads.submit(
                () -> {
                  for (int n = first; n < requests; n += clients) {
                    request.send(connections.get(first), n);
                  }
                  return null;
                }));
      }
      for (Future<?> done : work) {
        done.get();
      }
      return requests * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
      for (HttpConnection connection : connections) {
        connection.close();
      }
    }
  }

  static void require(int status, HttpConnection.Answer answer) throws IOException {
    if (answer.status() != status) {
      throw new IOException("wanted " + status + ", got " + answer.status() + " " + answer.body());
    }
  }
}
