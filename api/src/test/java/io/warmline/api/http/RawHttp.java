package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests byte by byte, as no decent client sends them. */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 30_000;

  private final URI server;
  private final String from;

  private RawHttp(URI server, String from) {
    this.server = server;
    this.from = from;
  }

  public static RawHttp to(URI server) {
    return new RawHttp(server, "127.0.0.1");
  }

  /** The same from another address of this machine. */
  RawHttp from(String address) {
    return new RawHttp(server, address);
  }

  /** The answer, head and body. */
  public record Reply(String head, String body) {

    public int status() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }

    public String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body.substring(body.indexOf('{')));
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }
  }

  /** Sends these characters (ISO 8859-1), closes its side of nothing, and reads to the end. */
  public Reply send(String request) {
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection. */
  Socket open() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()), PATIENCE_MILLIS);
    return socket;
  }

  /** The answer on a connection that the server closes. */
  static Reply read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    return end < 0 ? new Reply(all, "") : new Reply(all.substring(0, end), all.substring(end + 4));
  }
}
