package clbdoctor.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Maps, lists, texts, numbers, yes and no as JSON or YAML. */
public final class Trees {
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML =
      new YAMLFactory()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER);

  /** For people and for the reader of fact files: a text that looks like a number stays one. */
  private static final YAMLFactory DOCUMENT =
      new YAMLFactory()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER);

  private Trees() {}

  /** Indented JSON with line feeds on every platform. */
  public static String json(Map<String, ?> tree) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return written(
            JSON,
            tree,
            new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
        + "\n";
  }

  /** JSON on one line. */
  public static String jsonLine(Map<String, ?> tree) {
    return written(JSON, tree, null) + "\n";
  }

  public static String yaml(Map<String, ?> tree) {
    return "---\n" + written(YAML, tree, null);
  }

  /** A YAML document without its marker; lines of long texts stand as they are. */
  static String document(Map<String, ?> tree) {
    return written(DOCUMENT, tree, null);
  }

  private static String written(JsonFactory format, Map<String, ?> tree, PrettyPrinter printer) {
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator out = format.createGenerator(text)) {
      out.setPrettyPrinter(printer);
      write(tree, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      out.writeStartArray();
      for (Object item : items) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else {
      throw new IllegalArgumentException("no tree: " + value);
    }
  }
}
