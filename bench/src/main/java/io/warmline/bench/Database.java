package io.warmline.bench;

/**
 * The PostgreSQL of a server, on this machine.
 *
 * @param password of its superuser; empty if it has none
 */
record Database(int port, String password) {

  static final String USER = "postgres";

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }
}
