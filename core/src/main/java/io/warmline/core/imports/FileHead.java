package io.warmline.core.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The start of a file, which decides how the file is read.
 *
 * @param encoding the encoding of the whole file
 * @param sample the text of the first {@link LeadFileLimits#HEAD_BYTES}
 * @param text the text of the whole file, to be read once
 */
record FileHead(TextEncoding encoding, String sample, Reader text) {

  /**
   * Reads the head.
   *
   * @param declared the encoding that the sender says; empty: it is found out
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if the file is no lead list of this
   *     format
   */
  static FileHead of(InputStream in, LeadFile.Format format, Optional<Charset> declared)
      throws IOException {
    byte[] bytes = in.readNBytes(LeadFileLimits.HEAD_BYTES);
    FileContent.refuseKnownBinary(bytes);
    boolean all = bytes.length < LeadFileLimits.HEAD_BYTES;
    TextEncoding encoding =
        declared
            .map(charset -> TextEncoding.declared(charset, bytes))
            .orElseGet(() -> TextEncoding.of(bytes, all));
    StringWriter sample = new StringWriter();
    encoding.reader(new ByteArrayInputStream(bytes)).transferTo(sample);
    if (format != LeadFile.Format.XLSX) {
      FileContent.refuseOtherText(sample.toString(), format);
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
    return new FileHead(encoding, sample.toString(), encoding.reader(whole));
  }

  @Override
  public String toString() {
    return "FileHead[" + encoding + "]";
  }
}
