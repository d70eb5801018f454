package io.warmline.api.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are believed. Each row of the table is an attack that has worked on somebody. */
class TokensTest {

  private static final PublicJsonWebKey RSA = FakeProvider.rsa("rsa-1");
  private static final PublicJsonWebKey EC = FakeProvider.ec("ec-1");
  private static final PublicJsonWebKey STRANGER = FakeProvider.rsa("rsa-1");
  private static final PublicJsonWebKey UNKNOWN = FakeProvider.rsa("rsa-2");
  private static final PublicJsonWebKey WEAK = FakeProvider.rsa("weak", 1024);
  private static final PublicJsonWebKey FOR_ENCRYPTION = FakeProvider.rsa("enc");

  static {
    FOR_ENCRYPTION.setUse("enc");
  }

  private static final FakeProvider PROVIDER =
      new FakeProvider(List.of(RSA, EC, WEAK, FOR_ENCRYPTION));

  private Tokens tokens = tokens();

  private static Tokens tokens() {
    return new Tokens(
        PROVIDER.issuer(),
        Minted.AUDIENCE,
        new ProviderKeys(
            PROVIDER.issuer(), false, new SmallAnswers(Duration.ofSeconds(5)), System::nanoTime),
        Clock.systemUTC());
  }

  @BeforeEach
  void anew() {
    tokens = tokens();
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private static Minted token() {
    return Minted.by(PROVIDER.issuer());
  }

  private static long in(int seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void whatTheProviderHasSignedIsBelieved(String algorithm) throws MalformedClaimException {
    assertThat(tokens.verified(token().with("sub", "ada").signedBy(RSA, algorithm)).getSubject())
        .isEqualTo("ada");
  }

  @Test
  void soAreKeysOnCurvesTypesOfRfc9068AndClocksThatDifferALittle() {
    tokens.verified(token().signedBy(EC));
    tokens.verified(token().header("typ", "at+JWT").with("typ", null).signedBy(RSA));
    tokens.verified(token().with("iat", in(-300)).with("exp", in(-20)).signedBy(EC));
    tokens.verified(token().with("nbf", in(20)).with("iat", in(20)).signedBy(EC));
    tokens.verified(token().with("aud", Minted.AUDIENCE).signedBy(EC));
    tokens.verified(token().header("kid", null).signedBy(EC));
    tokens.verified(token().header("kid", null).signedBy(RSA));
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        arguments("alg none", raw("{\"alg\":\"none\"}", token().payload(), ""), "signed as it has"),
        arguments("alg None", raw("{\"alg\":\"None\"}", token().payload(), ""), "signed as it has"),
        arguments("alg missing", raw("{}", token().payload(), "AA"), "signed as it has"),
        arguments("alg as a list", raw("{\"alg\":[\"RS256\"]}", "{}", "AA"), "signed as it has"),
        arguments("the public key as a secret", hmac(pem()), "signed as it has"),
        arguments("the published JSON as a secret", hmac(json()), "signed as it has"),
        arguments("another key under the kid", token().signedBy(STRANGER), "signature"),
        arguments("no signature", cut(token().signedBy(RSA)), "signature"),
        arguments("zeroes on a curve", zeroes(), "signature"),
        arguments("other claims", swapped(), "signature"),
        arguments(
            "ES256 under an RSA kid",
            raw("{\"alg\":\"ES256\",\"kid\":\"rsa-1\"}", token().payload(), "AA"),
            "does not publish"),
        arguments("unknown kid", token().signedBy(UNKNOWN), "does not publish"),
        arguments(
            "kid as a path",
            token().header("kid", "../../dev/null").signedBy(RSA),
            "does not publish"),
        arguments(
            "kid as SQL", token().header("kid", "x' or '1'='1").signedBy(RSA), "does not publish"),
        arguments(
            "kid as a number",
            raw("{\"alg\":\"RS256\",\"kid\":1}", "{}", "AA"),
            "not that of an access token"),
        arguments(
            "jwk",
            token().header("jwk", jwk()).header("kid", "mine").signedBy(STRANGER),
            "does not publish"),
        arguments(
            "jwk under a known kid", token().header("jwk", jwk()).signedBy(STRANGER), "signature"),
        arguments(
            "jku",
            token()
                .header("jku", "http://127.0.0.1:9/keys")
                .header("kid", "mine")
                .signedBy(STRANGER),
            "does not publish"),
        arguments(
            "x5u",
            token().header("x5u", "http://127.0.0.1:9/cert").signedBy(STRANGER),
            "signature"),
        arguments("crit", token().header("crit", List.of("exp")).signedBy(RSA), "crit"),
        arguments(
            "crit of b64",
            token().header("crit", List.of("b64")).header("b64", true).signedBy(RSA),
            "crit"),
        arguments("crit empty", token().header("crit", List.of()).signedBy(RSA), "crit"),
        arguments(
            "another issuer",
            token().with("iss", "https://evil.example.com").signedBy(RSA),
            "issuer"),
        arguments(
            "issuer with a slash more",
            token().with("iss", PROVIDER.issuer() + "/").signedBy(RSA),
            "issuer"),
        arguments("no issuer", token().with("iss", null).signedBy(RSA), "issuer"),
        arguments("another audience", token().with("aud", "account").signedBy(RSA), "audience"),
        arguments(
            "audience in other letters",
            token().with("aud", "Warmline-API").signedBy(RSA),
            "audience"),
        arguments("no audience", token().with("aud", null).signedBy(RSA), "audience"),
        arguments("expired", token().with("exp", in(-60)).signedBy(RSA), "expired"),
        arguments("no end", token().with("exp", null).signedBy(RSA), "claims"),
        arguments("an end in words", token().with("exp", "tomorrow").signedBy(RSA), "claims"),
        arguments("not yet valid", token().with("nbf", in(120)).signedBy(RSA), "not valid yet"),
        arguments(
            "issued in the future", token().with("iat", in(120)).signedBy(RSA), "in the past"),
        arguments("issued never", token().with("iat", null).signedBy(RSA), "claims"),
        arguments("no subject", token().with("sub", null).signedBy(RSA), "claims"),
        arguments("subject as a number", token().with("sub", 7).signedBy(RSA), "claims"),
        arguments("a claim twice", twice(), "claims"),
        arguments(
            "a header twice",
            raw("{\"alg\":\"RS256\",\"alg\":\"none\"}", "{}", "AA"),
            "cannot be read"),
        arguments("an ID token", token().with("typ", "ID").signedBy(RSA), "no access token"),
        arguments(
            "an ID token by its hash",
            token().with("typ", null).with("at_hash", "x").signedBy(RSA),
            "no access token"),
        arguments(
            "a refresh token", token().with("typ", "Refresh").signedBy(RSA), "no access token"),
        arguments(
            "a logout token",
            token().header("typ", "logout+jwt").signedBy(RSA),
            "not that of an access token"),
        arguments("a bound token", token().with("cnf", Map.of("jkt", "x")).signedBy(RSA), "cnf"),
        arguments("claims that are a list", token().signed(RSA, "RS256", "[]"), "claims"),
        arguments("a key too short", token().signedBy(WEAK), "signature"),
        arguments("a key to encrypt", token().signedBy(FOR_ENCRYPTION), "does not publish"),
        arguments(
            "no kid and no key of ours",
            token().header("kid", null).signedBy(STRANGER),
            "signature"),
        arguments(
            "audience in a list in a list",
            token().with("aud", List.of(List.of(Minted.AUDIENCE))).signedBy(RSA),
            "claims"),
        arguments(
            "an end before the beginning", token().with("nbf", in(400)).signedBy(RSA), "claims"),
        arguments("oversized", token().with("fill", "x".repeat(17_000)).signedBy(RSA), "16384"),
        arguments("five parts", "a.b.c.d.e" + "f".repeat(300), "three parts"),
        arguments("no parts", "x".repeat(300), "three parts"),
        arguments("nothing between dots", ".." + ".".repeat(0), "cannot be read"),
        arguments("brackets without end", raw("[".repeat(6000), "{}", "AA"), "cannot be read"),
        arguments("not base64", "§§§.§§§.§§§", "cannot be read"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void whatIsNotInOrderIsRefusedWithTheReason(String name, String token, String why) {
    assertThatThrownBy(() -> tokens.verified(token))
        .isInstanceOf(TokenRefused.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(token);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String raw(String header, String payload, String signature) {
    return encoded(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + encoded(payload.getBytes(StandardCharsets.UTF_8))
        + "."
        + signature;
  }

  private static byte[] pem() {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(RSA.getPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] json() {
    return RSA.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
  }

  private static String hmac(byte[] secret) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue("HS256");
    token.setKeyIdHeaderValue("rsa-1");
    token.setPayload(token().payload());
    token.setKey(new HmacKey(secret));
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> jwk() {
    return STRANGER.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static String cut(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  /** CVE-2022-21449: Java believed a signature of nothing but zeroes. */
  private static String zeroes() {
    return cut(token().signedBy(EC)) + encoded(new byte[64]);
  }

  private static String swapped() {
    String[] mine = token().signedBy(RSA).split("\\.");
    String[] other = token().roles("admin").with("sub", "root").signedBy(STRANGER).split("\\.");
    return mine[0] + "." + other[1] + "." + mine[2];
  }

  private static String twice() {
    String payload = token().payload();
    return token()
        .signed(RSA, "RS256", payload.substring(0, payload.length() - 1) + ",\"sub\":\"root\"}");
  }
}
