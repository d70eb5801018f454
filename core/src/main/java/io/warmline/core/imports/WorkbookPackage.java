package io.warmline.core.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook before it is read: whether it is one that can be, and whether it fits when
 * it is unpacked. Every part is unpacked and counted, since what a part says of its own size may be
 * a lie.
 */
final class WorkbookPackage {

  /** The bytes of the texts that cells share; they are in memory while the sheet is read. */
  static final long STRING_BYTES = 64L * 1024 * 1024;

  /** The bytes of all parts. */
  static final long ALL_BYTES = 1024L * 1024 * 1024;

  private static final int MOST_PARTS = 10_000;
  private static final int SNIFFED = 1024 * 1024;
  private static final String OLD_EXCEL = "\u00D0\u00CF\u0011\u00E0";
  private static final String ZIP = "PK\u0003\u0004";

  /** Column letters: {@code XFD} is the last. */
  private static final int MOST_LETTERS = 3;

  private WorkbookPackage() {}

  /**
   * Refuses what cannot be read.
   *
   * @return whether the workbook says how its numbers are shown
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE
   */
  static boolean inspect(Path file) throws IOException {
    refuseOthers(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      refuseKinds(zip);
      long all = 0;
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        all += unpacked(zip, parts.nextElement(), ALL_BYTES - all);
      }
      return zip.getEntry("xl/styles.xml") != null;
    } catch (ZipException broken) {
      throw UnreadableFile.because(
          "The workbook is broken: it does not unpack. Save it once more and send it again.");
    }
  }

  private static void refuseOthers(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SNIFFED);
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith(OLD_EXCEL)) {
      boolean locked = bytes.contains(wide("EncryptedPackage")) || locked(file);
      throw UnreadableFile.because(
          locked
              ? "The workbook is protected by a password. Save it without one and send it again."
              : "This looks like an old Excel workbook (.xls); save it as .xlsx or as CSV (UTF-8)"
                  + " and send that.");
    }
    if (!bytes.startsWith(ZIP)) {
      FileContent.refuseKnownBinary(head);
      throw UnreadableFile.because(
          "This was sent as an Excel workbook (.xlsx) and is none. Send text as text/csv.");
    }
  }

  /** The directory of an old container may stand anywhere in it. */
  private static boolean locked(Path file) throws IOException {
    String sought = wide("EncryptedPackage");
    try (InputStream in = Files.newInputStream(file)) {
      String before = "";
      for (byte[] part = in.readNBytes(SNIFFED); part.length > 0; part = in.readNBytes(SNIFFED)) {
        String text = before + new String(part, StandardCharsets.ISO_8859_1);
        if (text.contains(sought)) {
          return true;
        }
        before = text.substring(Math.max(0, text.length() - sought.length()));
      }
    }
    return false;
  }

  private static String wide(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  private static void refuseKinds(ZipFile zip) {
    if (zip.size() > MOST_PARTS) {
      throw tooLarge();
    }
    if (zip.getEntry("xl/vbaProject.bin") != null) {
      throw UnreadableFile.because(
          "The workbook has macros (.xlsm). Save it as a workbook without them (.xlsx) and send"
              + " that.");
    }
    if (zip.getEntry("xl/workbook.bin") != null) {
      throw UnreadableFile.because(
          "This looks like a binary Excel workbook (.xlsb); save it as .xlsx and send that.");
    }
    if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("content.xml") != null) {
      throw UnreadableFile.because(
          "This is an archive, but no Excel workbook. Save the list as .xlsx or as CSV (UTF-8) and"
              + " send that.");
    }
  }

  private static long unpacked(ZipFile zip, ZipEntry part, long room) throws IOException {
    String name = part.getName().toLowerCase(Locale.ROOT);
    boolean sheet = name.startsWith("xl/worksheets/");
    long most = sheet ? room : Math.min(room, STRING_BYTES);
    long bytes = 0;
    byte[] buffer = new byte[64 * 1024];
    Addresses addresses = new Addresses();
    try (InputStream in = zip.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw tooLarge();
        }
        if (sheet) {
          addresses.check(buffer, read);
        }
      }
    }
    return bytes;
  }

  private static RuntimeException tooLarge() {
    return UnreadableFile.because(
        "The workbook would take more than 1 GiB when unpacked, or its texts more than 64 MiB. Save"
            + " the list as CSV (UTF-8) and send that.");
  }

  /** A cell far out of every sheet would make a row of millions of cells that are not there. */
  private static final class Addresses {

    private static final String START = " r=\"";
    private int matched;
    private int letters;

    void check(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        char character = (char) buffer[i];
        if (matched == START.length()) {
          letters = Character.isLetter(character) ? letters + 1 : 0;
          if (letters > MOST_LETTERS) {
            throw UnreadableFile.because("The workbook has a cell beyond the last column.");
          }
          matched = letters == 0 ? 0 : matched;
        } else {
          char folded = character == '\'' ? '"' : isBlank(character) ? ' ' : character;
          matched = folded == START.charAt(matched) ? matched + 1 : folded == ' ' ? 1 : 0;
        }
      }
    }

    private static boolean isBlank(char character) {
      return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
  }
}
