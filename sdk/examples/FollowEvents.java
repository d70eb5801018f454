import io.warmline.sdk.EventFilter;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies what happens to somewhere else, once each and in order, and goes on where it was when it is started again.
 * Arguments: the file in which it keeps where it is; and, to end there, a sequence number.
 */
class FollowEvents {
  public static void main(String[] args) throws IOException {
    var warmline = WarmlineClient.fromEnv();
    Path kept = Path.of(args[0]);
    long enough = args.length < 2 ? Long.MAX_VALUE : Long.parseLong(args[1]);
    long position = Files.exists(kept) ? Long.parseLong(Files.readString(kept)) : 0;
    long last =
        warmline
            .events()
            .streamEvents(
                EventFilter.all().after(position),
                event -> {
                  copy(event); // what it throws ends the listening: the event is not lost, it comes again
                  keep(kept, event.getSequence());
                  return event.getSequence() < enough;
                });
    System.out.println("Stopped after " + last + ".");
  }

  private static void copy(Event event) {
    System.out.println(event.getSequence() + " " + event.getType());
  }

  private static void keep(Path file, long position) {
    try {
      Files.writeString(file, Long.toString(position));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
