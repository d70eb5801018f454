import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Run by the build: makes a site of README, docs/ and what they link to, for the server to show at
 * /docs. A page keeps its place in the repository, so that its links go where they go there.
 */
final class RenderDocs {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  /** What the server shows elsewhere. */
  private static final Map<String, String> SERVED = Map.of("openapi.yaml", "/openapi.yaml");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>%s · Warmline</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/docs/site.css">
      </head>
      <body>
      <nav aria-label="Pages"><a href="/">Start</a> <a href="/swagger-ui">Swagger UI</a>
      %s</nav>
      <main>
      %s</main>
      </body>
      </html>
      """;

  private final Path root;
  private final Path target;

  /** Files by their path in the repository, in the order in which they were found. */
  private final Set<String> wanted = new LinkedHashSet<>();

  private final Map<String, Node> pages = new LinkedHashMap<>();

  private RenderDocs(Path root, Path target) {
    this.root = root.toAbsolutePath().normalize();
    this.target = target;
  }

  public static void main(String[] args) throws IOException {
    new RenderDocs(Path.of(args[0]), Path.of(args[1])).render();
  }

  private void render() throws IOException {
    gather();
    Files.createDirectories(target);
    for (String file : wanted) {
      write(file);
    }
    Files.writeString(target.resolve("index.html"), page("README.md"));
    Files.copy(
        root.resolve("api/src/build/site.css"),
        target.resolve("site.css"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The pages, and all that they link to. */
  private void gather() throws IOException {
    List<String> open = new ArrayList<>(List.of("README.md"));
    try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(file -> open.add(named(file)));
    }
    while (!open.isEmpty()) {
      String file = open.remove(0);
      if (!SERVED.containsKey(file) && wanted.add(file) && file.endsWith(".md")) {
        Node page = PARSER.parse(Files.readString(root.resolve(file)));
        pages.put(file, page);
        page.accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                linked(file, link.getDestination()).ifPresent(to -> open.add(to.file()));
                visitChildren(link);
              }
            });
      }
    }
    pages.forEach((file, page) -> page.accept(new Relink(file)));
  }

  private record Target(String file, String anchor) {}

  /** The file that a link leads to; empty if it leads out of the repository. */
  private java.util.Optional<Target> linked(String from, String destination) {
    if (URI.create(destination).isAbsolute() || destination.startsWith("#")) {
      return java.util.Optional.empty();
    }
    String[] parts = destination.split("#", 2);
    Path file = root.resolve(from).resolveSibling(parts[0]).normalize();
    if (!file.startsWith(root) || !Files.exists(file)) {
      throw new IllegalStateException(from + " links to " + destination + ", which is not there");
    }
    return java.util.Optional.of(new Target(named(file), parts.length == 2 ? "#" + parts[1] : ""));
  }

  private final class Relink extends AbstractVisitor {
    private final String file;

    private Relink(String file) {
      this.file = file;
    }

    @Override
    public void visit(Link link) {
      linked(file, link.getDestination())
          .ifPresent(to -> link.setDestination(address(to.file()) + to.anchor()));
      visitChildren(link);
    }
  }

  private String named(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static String address(String file) {
    return SERVED.getOrDefault(file, file.equals("README.md") ? "/docs/" : "/docs/" + place(file));
  }

  private static String place(String file) {
    String inside =
        file.startsWith("docs/") ? file.substring("docs/".length()) : "repository/" + file;
    return inside.endsWith(".md")
        ? inside.substring(0, inside.length() - ".md".length()) + ".html"
        : inside + ".html";
  }

  private void write(String file) throws IOException {
    Path place = target.resolve(place(file));
    Files.createDirectories(place.getParent());
    Files.writeString(place, page(file));
  }

  private String page(String file) throws IOException {
    Node page = pages.get(file);
    if (page != null) {
      return PAGE.formatted(escaped(title(file)), menu(), HTML.render(page));
    }
    Path source = root.resolve(file);
    String body = Files.isDirectory(source) ? listing(file) : code(Files.readString(source));
    return PAGE.formatted(escaped(file), menu(), "<h1>" + escaped(file) + "</h1>\n" + body);
  }

  private String listing(String folder) throws IOException {
    StringBuilder list = new StringBuilder("<ul>\n");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      files.forEach(file -> names.add(named(file)));
    }
    for (String name : names) {
      if (Files.isRegularFile(root.resolve(name))) {
        if (!wanted.contains(name)) {
          Path place = target.resolve(place(name));
          Files.createDirectories(place.getParent());
          Files.writeString(place, page(name));
        }
        list.append("<li><a href=\"")
            .append(address(name))
            .append("\">")
            .append(escaped(name.substring(folder.length() + 1)))
            .append("</a></li>\n");
      }
    }
    return list.append("</ul>\n").toString();
  }

  private static String code(String text) {
    return "<pre><code>" + escaped(text) + "</code></pre>\n";
  }

  /** Pages of docs/, without the decisions, which have a page of their own. */
  private String menu() {
    StringBuilder menu = new StringBuilder("<a href=\"/docs/\">Warmline</a>\n");
    pages.keySet().stream()
        .filter(file -> file.matches("docs/[^/]+\\.md"))
        .forEach(
            file ->
                menu.append("<a href=\"")
                    .append(address(file))
                    .append("\">")
                    .append(escaped(title(file)))
                    .append("</a>\n"));
    return menu.append("<a href=\"/docs/adr/README.html\">Decisions</a>\n").toString();
  }

  private String title(String file) {
    Node page = pages.get(file);
    for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        return TEXT.render(heading).strip();
      }
    }
    throw new UncheckedIOException(new IOException(file + " has no heading"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
