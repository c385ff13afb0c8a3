package clbdoctor.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2xx | 2xx",
        "http_2xx, http_3xx | 2xx, 3xx",
        "204 | 204",
        "200-399 | 200-399",
        "6 | 2xx, 3xx",
        "31 | 1xx, 2xx, 3xx, 4xx, 5xx",
        "200, 202, 401 | 200, 202, 401"
      })
  void isReadInEveryForm(String text, String meaning) {
    assertEquals(meaning, StatusSet.parse(text).toString());
  }

  @Test
  void acceptsWhatIsInIt() {
    StatusSet set = StatusSet.parse("2xx, 302");
    assertTrue(set.accepts(200) && set.accepts(299) && set.accepts(302));
    assertFalse(set.accepts(199) || set.accepts(300) || set.accepts(404));
  }

  @Test
  void theMaskOfAllClassesAcceptsEverything() {
    assertTrue(StatusSet.parse("31").acceptsEverything());
    assertFalse(StatusSet.parse("15").acceptsEverything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "32", "99", "600", "6xx", "2x", "300-200", "ok", "200;404"})
  void anythingElseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> StatusSet.parse(text));
  }
}
