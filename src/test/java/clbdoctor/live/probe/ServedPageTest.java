package clbdoctor.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.fact.TestFile;
import clbdoctor.fact.TestFileKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a file or a program answers, by the header section alone. */
class ServedPageTest {
  private static final String OF_NGINX = "\"%s-3\"";
  private static final String OF_APACHE = "\"3-%s\"";

  @ParameterizedTest
  @ValueSource(strings = {OF_NGINX, "W/" + OF_NGINX, OF_APACHE})
  void aTagMadeOfTimeAndLengthIsAFiles(String tag) {
    assertEquals(
        Optional.of(new TestFile(TestFileKind.STATIC, Optional.empty(), Optional.of("text/html"))),
        ServedPage.of("/health.html", head(tag)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%s-4\"", "\"abc\"", ""})
  void anotherTagTellsNothing(String tag) {
    assertEquals(Optional.empty(), ServedPage.of("/health.html", head(tag)));
  }

  @Test
  void aProgramSaysSoOfItself() {
    assertEquals(
        Optional.of(
            new TestFile(
                TestFileKind.DYNAMIC, Optional.empty(), Optional.of("text/html; charset=UTF-8"))),
        ServedPage.of(
            "/health",
            """
            HTTP/1.1 200 OK
            Content-type: text/html; charset=UTF-8
            X-Powered-By: PHP/8.2.29"""));
  }

  /** A server without PHP sends it as a file. */
  @ParameterizedTest
  @CsvSource({"'', DYNAMIC", "'" + OF_NGINX + "', STATIC"})
  void aScriptIsAProgramUnlessItIsSentAsItIs(String tag, TestFileKind kind) {
    assertEquals(Optional.of(kind), ServedPage.of("/health.php", head(tag)).map(TestFile::kind));
  }

  /** IIS says this with every file. */
  @Test
  void aFrameworkThatIsOnlyInstalledTellsNothing() {
    assertEquals(Optional.empty(), ServedPage.of("/", "HTTP/1.1 200 OK\nX-Powered-By: ASP.NET"));
  }

  private static String head(String tag) {
    String changed = tag.startsWith("\"3-") ? "660e1ce0ce480" : "6b033701";
    return """
        HTTP/1.1 200 OK
        Content-Type: text/html
        Content-Length: 3
        Last-Modified: Sun, 22 Nov 2026 18:40:01 GMT
        ETag:%s"""
        .formatted(tag.formatted(changed));
  }
}
