package clbdoctor.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Map;

/** Maps and lists as text. */
public final class Trees {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

  /** For people and for the reader of fact files: a text that looks like a number stays one. */
  private static final ObjectMapper DOCUMENT =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

  private Trees() {}

  /** Indented JSON with line feeds on every platform. */
  public static String json(Map<String, ?> tree) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return write(() -> JSON.writer(printer).writeValueAsString(tree)) + "\n";
  }

  /** JSON on one line. */
  public static String jsonLine(Map<String, ?> tree) {
    return write(() -> JSON.writeValueAsString(tree)) + "\n";
  }

  public static String yaml(Map<String, ?> tree) {
    return "---\n" + write(() -> YAML.writeValueAsString(tree));
  }

  /** A YAML document without its marker; lines of long texts stand as they are. */
  static String document(Map<String, ?> tree) {
    return write(() -> DOCUMENT.writeValueAsString(tree));
  }

  private interface Writing {
    String run() throws JsonProcessingException;
  }

  private static String write(Writing writing) {
    try {
      return writing.run();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can always be written", e);
    }
  }
}
