package io.warmline.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /** The digest of a text, in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of some bytes. */
  public static String of(byte[] bytes) {
    return written(running().digest(bytes));
  }

  /** A digest that is fed as the bytes come. */
  public static MessageDigest running() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a running digest comes to; it begins anew then. */
  public static String of(MessageDigest running) {
    return written(running.digest());
  }

  private static String written(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
