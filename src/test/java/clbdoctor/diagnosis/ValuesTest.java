package clbdoctor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.GivenFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of a report in commands that a person will paste into a root shell. */
class ValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "php8.2-fpm", "app@3", "web_1", "支付"})
  void aNameIsAWord(String name) {
    assertEquals("systemctl restart " + name, restart(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a; reboot",
        "a reboot.target",
        "a\\nreboot",
        "$(reboot)",
        "`reboot`",
        "a|sh",
        "a&b",
        "a>b",
        "--now",
        "a'b",
        "a\\\"b",
        ""
      })
  void whatAShellWouldTakeForMoreIsLeftOut(String name) {
    assertEquals("systemctl restart <name of the unit or Windows service>", restart(name));
  }

  @Test
  void betweenQuotesBlanksAreNoEnd() {
    assertEquals(
        "Restart-Service -Name 'Apache Tomcat 9.0'",
        filled("Apache Tomcat 9.0", "Restart-Service -Name '{service.name}'"));
    assertEquals(
        "Restart-Service -Name '<name of the unit or Windows service>'",
        filled("x'; reboot; '", "Restart-Service -Name '{service.name}'"));
  }

  private static String restart(String name) {
    return filled(name, "systemctl restart {service.name}");
  }

  private static String filled(String name, String template) {
    return new Values(GivenFacts.of("service: { name: \"" + name + "\", state: RUNNING }\n"))
        .fill(template);
  }
}
