package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code type filter hook ingress device "eth0" priority filter + 5}. */
final class BaseHooks {
  private static final Map<String, Integer> PRIORITIES =
      Map.of(
          "raw", -300, "mangle", -150, "dstnat", -100, "filter", 0, "security", 50, "srcnat", 100);

  private BaseHooks() {}

  static BaseHook read(Cursor cursor) {
    int line = cursor.peek().line();
    cursor.expect("type");
    String type = cursor.word();
    cursor.expect("hook");
    Hook hook;
    String word = cursor.word();
    try {
      hook = Hook.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new SyntaxException("the hook " + word + " is not known");
    }
    List<String> devices = devices(cursor);
    cursor.expect("priority");
    int priority = priority(cursor);
    if (!cursor.done()) {
      throw new SyntaxException("\"" + cursor.peek().text() + "\" is not expected");
    }
    return new BaseHook(type, hook, priority, devices, true, line);
  }

  private static List<String> devices(Cursor cursor) {
    List<String> devices = new ArrayList<>();
    if (cursor.take("device")) {
      devices.add(cursor.text());
    } else if (cursor.take("devices")) {
      cursor.expect("=");
      cursor.expect("{");
      while (!cursor.take("}")) {
        devices.add(cursor.text());
        cursor.take(",");
      }
    }
    return devices;
  }

  private static int priority(Cursor cursor) {
    String word = cursor.word();
    if (!PRIORITIES.containsKey(word)) {
      return (int) Symbols.number(DataType.INTEGER, word);
    }
    int priority = PRIORITIES.get(word);
    if (cursor.done()) {
      return priority;
    }
    String sign = cursor.word();
    int by = (int) Symbols.number(DataType.INTEGER, cursor.word());
    return sign.equals("-") ? priority - by : priority + by;
  }

  static BaseHook withPolicy(BaseHook base, List<Token> tokens) {
    boolean accepts = tokens.size() == 2 && tokens.get(1).is("accept");
    if (!accepts && !(tokens.size() == 2 && tokens.get(1).is("drop"))) {
      throw new SyntaxException("the policy is neither accept nor drop");
    }
    return new BaseHook(
        base.type(), base.hook(), base.priority(), base.devices(), accepts, tokens.get(0).line());
  }
}
