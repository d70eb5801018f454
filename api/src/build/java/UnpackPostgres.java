import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Run by the build: unpacks the programs of PostgreSQL for the machine that it runs on, beside the
 * packaged server, so that no first start has to. Folder and mark are those that the library looks
 * for; what is there already stays.
 */
final class UnpackPostgres {

  private UnpackPostgres() {}

  /**
   * @param args where to: a folder, which gets one of its own for this kind of machine
   */
  @SuppressWarnings("SystemOut") // the build shows it
  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    byte[] archive;
    try {
      archive = archive();
    } catch (IllegalStateException e) {
      System.out.println("No PostgreSQL is unpacked for this kind of machine: " + e.getMessage());
      return;
    }
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
    String machine =
        System.getProperty("os.name").split(" ", 2)[0] + "-" + System.getProperty("os.arch");
    Path programs = Path.of(args[0], machine, "PG-" + digest);
    Path mark = programs.resolve(".exists");
    if (!Files.exists(mark)) {
      unpack(archive, programs);
      Files.createFile(mark);
    }
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").replaceAll(" .*", "").replace("Mac", "Darwin");
    String architecture = System.getProperty("os.arch").replace("amd64", "x86_64");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
      return archive.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        write(entry, entries, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean program = file.getParent().endsWith("bin");
    if (program && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
