package io.warmline.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to a Warmline server. Immutable and safe for any number of threads: make one and keep it.
 *
 * <p>Reads, and writes that take effect once however often they are sent, are tried again when the
 * connection fails or the server asks to wait. Every other failure is a {@link WarmlineException}
 * at once.
 */
public final class WarmlineClient {
  private final Settings settings;
  private final Campaigns campaigns;
  private final Agents agents;
  private final Presences presence;
  private final Complaints complaints;
  private final Quality quality;
  private final SavedFilters savedFilters;
  private final BulkOperations bulk;
  private final Clients clients;
  private final Registries registries;
  private final Leads leads;
  private final Numbers numbers;
  private final Imports imports;
  private final Claims claims;
  private final Calls calls;
  private final Callbacks callbacks;
  private final Handoffs handoffs;
  private final Outcomes outcomes;
  private final Appointments appointments;
  private final Calendars calendars;
  private final TalkTracks talkTracks;
  private final Signals signals;
  private final FollowUps followUps;
  private final Suppressions suppressions;
  private final CallingRules callingRules;
  private final Reports reports;
  private final Programmes programmes;
  private final Events events;
  private final RawRequests raw;
  private final ApiKeys keys;
  private final Webhooks webhooks;
  private final AuditLog auditLog;
  private final Retention retention;
  private final Privacy privacy;
  private final Tenants tenants;

  WarmlineClient(Settings settings, HttpClient http, Surroundings surroundings) {
    Transport transport = new Transport(settings, http, surroundings);
    this.settings = settings;
    this.campaigns = new Campaigns(transport);
    this.agents = new Agents(transport);
    this.presence = new Presences(transport);
    this.complaints = new Complaints(transport);
    this.quality = new Quality(transport);
    this.savedFilters = new SavedFilters(transport);
    this.bulk = new BulkOperations(transport);
    this.clients = new Clients(transport);
    this.registries = new Registries(transport);
    this.leads = new Leads(transport);
    this.numbers = new Numbers(transport);
    this.imports = new Imports(transport);
    this.calls = new Calls(transport);
    this.claims = new Claims(transport, calls);
    this.callbacks = new Callbacks(transport);
    this.handoffs = new Handoffs(transport);
    this.outcomes = new Outcomes(transport);
    this.appointments = new Appointments(transport);
    this.calendars = new Calendars(transport);
    this.talkTracks = new TalkTracks(transport);
    this.signals = new Signals(transport);
    this.followUps = new FollowUps(transport);
    this.suppressions = new Suppressions(transport);
    this.callingRules = new CallingRules(transport);
    this.reports = new Reports(transport);
    this.programmes = new Programmes(transport);
    this.events = new Events(transport);
    this.raw = new RawRequests(transport);
    this.keys = new ApiKeys(transport);
    this.webhooks = new Webhooks(transport);
    this.auditLog = new AuditLog(transport);
    this.retention = new Retention(transport);
    this.privacy = new Privacy(transport);
    this.tenants = new Tenants(transport);
  }

  /**
   * A client as the environment says: {@code WARMLINE_API_KEY}, and {@code WARMLINE_URL}, which is
   * {@code http://localhost:8080} if not set.
   *
   * @throws IllegalStateException if {@code WARMLINE_API_KEY} is not set
   * @throws IllegalArgumentException if one of them makes no sense
   */
  public static WarmlineClient fromEnv() {
    return fromEnv(System.getenv());
  }

  static WarmlineClient fromEnv(Map<String, String> environment) {
    String key = environment.getOrDefault("WARMLINE_API_KEY", "").strip();
    if (key.isEmpty()) {
      throw new IllegalStateException(
          "WARMLINE_API_KEY is not set: export the API key of your tenant (wl_live_… or"
              + " wl_test_…)");
    }
    Builder builder = builder().apiKey(key);
    String url = environment.getOrDefault("WARMLINE_URL", "").strip();
    return (url.isEmpty() ? builder : builder.baseUrl(url)).build();
  }

  /** Starts with everything at its default but the API key or the tokens, which are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** One list of leads, one offer, one set of policies; and the queue. */
  public Campaigns campaigns() {
    return campaigns;
  }

  /** People who make calls. */
  public Agents agents() {
    return agents;
  }

  /** Who is at work, on a break, or gone. */
  public Presences presence() {
    return presence;
  }

  /** What somebody complained of, and what was done about it. */
  public Complaints complaints() {
    return complaints;
  }

  /** Where calls were recorded, and what supervisors say of them. */
  public Quality quality() {
    return quality;
  }

  /** Which leads, under a name. */
  public SavedFilters savedFilters() {
    return savedFilters;
  }

  /** The same for many leads at once. */
  public BulkOperations bulk() {
    return bulk;
  }

  /** Businesses on whose behalf campaigns call. */
  public Clients clients() {
    return clients;
  }

  /** Do-not-call registries of states. */
  public Registries registries() {
    return registries;
  }

  /** Prospects in a campaign. */
  public Leads leads() {
    return leads;
  }

  /** Phone numbers, who has them and what is known of them. */
  public Numbers numbers() {
    return numbers;
  }

  /** Lead lists in, lead lists out. */
  public Imports imports() {
    return imports;
  }

  /** The lease an agent holds on a lead while calling it. */
  public Claims claims() {
    return claims;
  }

  /** Dial attempts and their outcomes. */
  public Calls calls() {
    return calls;
  }

  /** Promises to call again. */
  public Callbacks callbacks() {
    return callbacks;
  }

  /** Warm leads delivered to the client. */
  public Handoffs handOffs() {
    return handoffs;
  }

  /** What became of meetings and hand-offs. */
  public Outcomes outcomes() {
    return outcomes;
  }

  /** Meetings set with prospects. */
  public Appointments appointments() {
    return appointments;
  }

  /** Callbacks in the calendar programs of the agents. */
  public Calendars calendars() {
    return calendars;
  }

  /** What to say in a call, and which words invite a "no". */
  public TalkTracks talkTracks() {
    return talkTracks;
  }

  /** What prospects did, and the links by which it shows. */
  public Signals signals() {
    return signals;
  }

  /** Messages owed after voicemails and conversations. */
  public FollowUps followUps() {
    return followUps;
  }

  /** Numbers never to call. */
  public Suppressions suppressions() {
    return suppressions;
  }

  /** When the law and the house allow calls. */
  public CallingRules callingRules() {
    return callingRules;
  }

  /** Figures by which ways of prospecting are compared. */
  public Reports reports() {
    return reports;
  }

  /** Standing rules that turn quiet leads and customers into warm calls. */
  public Programmes programmes() {
    return programmes;
  }

  /** Everything that happened, in order. */
  public Events events() {
    return events;
  }

  /** Requests that this library has no method for. */
  public RawRequests raw() {
    return raw;
  }

  /**
   * The same, but not waiting for answers: each call is made on a thread of the executor.
   *
   * <pre>{@code
   * CompletableFuture<Page<Agent>> agents =
   *     warmline.async(executor).call(w -> w.agents().listAgents());
   * }</pre>
   */
  public AsyncCalls async(Executor executor) {
    return new AsyncCalls(this, executor);
  }

  /** What is known of a person, for that person. */
  public Privacy privacy() {
    return privacy;
  }

  /** How long things are kept. */
  public Retention retention() {
    return retention;
  }

  /** The firms that use the server, for whoever runs it. */
  public Tenants tenants() {
    return tenants;
  }

  /** Who did what. */
  public AuditLog auditLog() {
    return auditLog;
  }

  /** Events that are sent to you. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Keys by which programs come in. */
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public String toString() {
    return "WarmlineClient[" + settings.baseUrl() + "]";
  }

  static Duration requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be more than zero, not " + duration);
    }
    return duration;
  }

  static int requireRetries(int retries) {
    if (retries < 0 || retries > 10) {
      throw new IllegalArgumentException("maxRetries is 0 to 10, not " + retries);
    }
    return retries;
  }

  /** Gathers what a client needs; each method checks its argument at once. */
  public static final class Builder {
    private URI baseUrl = URI.create("http://localhost:8080");
    private @Nullable Supplier<Credential> credential;
    private @Nullable HttpClient httpClient;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private int maxRetries = 3;
    private Duration totalDeadline = Duration.ofMinutes(2);
    private String userAgent = "";
    private Consumer<Attempt> onAttempt = attempt -> {};
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.THREAD;

    private Builder() {}

    /**
     * Where the server is; default {@code http://localhost:8080}.
     *
     * @param url http or https, a host, and possibly a path; whether {@code /v1} is at its end does
     *     not matter
     * @throws IllegalArgumentException if it is something else
     */
    public Builder baseUrl(String url) {
      String trimmed = url.strip().replaceAll("/+$", "").replaceAll("/+v1$", "");
      URI uri = URI.create(trimmed);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "the URL of the server is http(s)://host[:port][/path], without user, query or"
                + " fragment");
      }
      this.baseUrl = uri;
      return this;
    }

    /**
     * The API key; required, unless there is {@link #accessToken}, whose place it takes.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public Builder apiKey(String key) {
      Credential known = new Credential(key);
      this.credential = () -> known;
      return this;
    }

    /**
     * Access tokens of a person, from the provider of OpenID Connect that the server has; instead
     * of {@link #apiKey}, whose place it takes.
     *
     * <p>The supplier is asked before every attempt, on the thread that made the call, so that a
     * token that has run out is renewed between two attempts. It keeps a token while it is valid,
     * and is safe for threads; what it throws is thrown to the caller, and not tried again.
     *
     * @param tokens gives the token without the word {@code Bearer}
     */
    public Builder accessToken(Supplier<String> tokens) {
      Objects.requireNonNull(tokens, "tokens");
      this.credential = () -> Credential.token(tokens.get());
      return this;
    }

    /**
     * A client of your own, such as with a proxy. It should not follow redirects; its connect
     * timeout is its own.
     */
    public Builder httpClient(HttpClient client) {
      this.httpClient = Objects.requireNonNull(client, "httpClient");
      return this;
    }

    /**
     * How long connecting may take; default 10 seconds. Has no effect on an HTTP client of your
     * own.
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = requirePositive("connectTimeout", timeout);
      return this;
    }

    /** How long one attempt may take, but for files; default 30 seconds. */
    public Builder requestTimeout(Duration timeout) {
      this.requestTimeout = requirePositive("requestTimeout", timeout);
      return this;
    }

    /**
     * How often a call is tried again; default 3.
     *
     * @param retries 0 to 10
     * @throws IllegalArgumentException if it is something else
     */
    public Builder maxRetries(int retries) {
      this.maxRetries = requireRetries(retries);
      return this;
    }

    /**
     * How long a call may take with all its attempts and waits, but for files; default 2 minutes.
     */
    public Builder totalDeadline(Duration deadline) {
      this.totalDeadline = requirePositive("totalDeadline", deadline);
      return this;
    }

    /**
     * Your program, as the server's logs are to name it before this library.
     *
     * @param product such as {@code acme-dialler/2.1}; visible ASCII characters and spaces
     * @throws IllegalArgumentException if it is something else
     */
    public Builder userAgent(String product) {
      if (!product.chars().allMatch(character -> character >= ' ' && character < 127)) {
        throw new IllegalArgumentException("a user agent is visible ASCII characters and spaces");
      }
      this.userAgent = product.strip();
      return this;
    }

    /**
     * Told of every request that went out, on the thread that made the call. Must be quick and safe
     * for threads.
     */
    public Builder onAttempt(Consumer<Attempt> listener) {
      this.onAttempt = Objects.requireNonNull(listener, "onAttempt");
      return this;
    }

    /**
     * The clock by which deadlines end and answers are dated, for tests; default the system's. How
     * long an attempt may take is real time all the same.
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** How it waits before it tries again, for tests; default {@link Sleeper#THREAD}. */
    public Builder sleeper(Sleeper sleeper) {
      this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
      return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException if there is neither an API key nor a supplier of tokens
     */
    public WarmlineClient build() {
      return build(Surroundings.of(clock, sleeper));
    }

    WarmlineClient build(Surroundings surroundings) {
      if (credential == null) {
        throw new IllegalStateException(
            "an API key is required: builder().apiKey(…), or builder().accessToken(…)");
      }
      Settings settings =
          new Settings(
              baseUrl,
              credential,
              (userAgent + " warmline-java/" + version()).strip(),
              requestTimeout,
              new Retries(maxRetries, totalDeadline),
              onAttempt);
      return new WarmlineClient(
          settings, httpClient == null ? newHttpClient() : httpClient, surroundings);
    }

    /**
     * No redirects: they would carry the key elsewhere. No upgrade to HTTP/2 in clear text: proxies
     * trip over it.
     */
    private HttpClient newHttpClient() {
      return HttpClient.newBuilder()
          .connectTimeout(connectTimeout)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(
              "https".equals(baseUrl.getScheme())
                  ? HttpClient.Version.HTTP_2
                  : HttpClient.Version.HTTP_1_1)
          .build();
    }

    private static String version() {
      try (InputStream stream = WarmlineClient.class.getResourceAsStream("sdk.properties")) {
        Properties properties = new Properties();
        properties.load(Objects.requireNonNull(stream, "sdk.properties"));
        return properties.getProperty("version", "unknown");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
