package io.warmline.core.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringWriter;

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
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if the file is no lead list of this
   *     format
   */
  static FileHead of(InputStream in, LeadFile.Format format) throws IOException {
    byte[] bytes = in.readNBytes(LeadFileLimits.HEAD_BYTES);
    FileContent.refuseKnownBinary(bytes);
    TextEncoding encoding = TextEncoding.of(bytes, bytes.length < LeadFileLimits.HEAD_BYTES);
    StringWriter sample = new StringWriter();
    encoding.reader(new ByteArrayInputStream(bytes)).transferTo(sample);
    FileContent.refuseOtherText(sample.toString(), format);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(bytes), in);
    return new FileHead(encoding, sample.toString(), encoding.reader(whole));
  }

  @Override
  public String toString() {
    return "FileHead[" + encoding + "]";
  }
}
