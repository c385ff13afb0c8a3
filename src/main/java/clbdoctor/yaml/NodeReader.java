package clbdoctor.yaml;

import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.text.Visible;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text of one document into nodes. Anchors, aliases and tags are refused: a report that
 * repeats a value writes it again. Control characters, which escapes may hide, become visible.
 */
final class NodeReader {
  private static final JsonFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEEPEST = 20;

  private final String file;
  private final int firstLine;
  private final List<Problem> problems = new ArrayList<>();

  private NodeReader(String file, int firstLine) {
    this.file = file;
    this.firstLine = firstLine;
  }

  /**
   * The document in {@code text}, or nothing when it is empty.
   *
   * @param firstLine the line of the file on which the text begins
   * @throws ProblemsException when it is no text, no YAML, repeats a key, or is nested too deep
   */
  static Optional<Node> read(String file, String text, int firstLine) {
    Optional<Node> plain = PlainYaml.read(text, firstLine);
    return plain.isPresent() ? plain : readWhole(file, text, firstLine);
  }

  /** The same, by a reader of the whole language. */
  static Optional<Node> readWhole(String file, String text, int firstLine) {
    if (binary(text)) {
      throw new ProblemsException(
          List.of(new Problem(file, firstLine, 0, "this is no text in UTF-8, but binary data")));
    }
    return new NodeReader(file, firstLine).read(text);
  }

  private static boolean binary(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0xFFFD || c < ' ' && c != '\n' && c != '\t' && c != '\r') {
        return true;
      }
    }
    return false;
  }

  private Optional<Node> read(String text) {
    boolean json = text.stripLeading().startsWith("{");
    try (JsonParser parser = (json ? JSON : YAML).createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      Node node = node(parser, 1);
      if (parser.nextToken() != null) {
        problem(parser.currentTokenLocation(), "there is more behind the end of the document");
      }
      if (!problems.isEmpty()) {
        throw new ProblemsException(problems);
      }
      return Optional.of(node);
    } catch (JsonProcessingException e) {
      problems.add(SyntaxProblem.of(file, firstLine, text, e));
      throw new ProblemsException(problems);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Node node(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      problem(parser.currentTokenLocation(), "nested deeper than " + DEEPEST + " levels");
      throw new ProblemsException(problems);
    }
    refuseAnchors(parser);
    JsonLocation place = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, depth);
      case START_ARRAY -> sequence(parser, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser, Node.Kind.NUMBER, place);
      case VALUE_TRUE, VALUE_FALSE -> scalar(parser, Node.Kind.TRUTH, place);
      case VALUE_NULL -> new Node.Scalar("", Node.Kind.NOTHING, line(place), place.getColumnNr());
      default -> scalar(parser, Node.Kind.TEXT, place);
    };
  }

  private Node mapping(JsonParser parser, int depth) throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseAnchors(parser);
      JsonLocation at = parser.currentTokenLocation();
      String key = Visible.of(parser.currentName());
      Integer earlier = lines.putIfAbsent(key, line(at));
      if (earlier != null) {
        problem(
            at, "\"" + key + "\" stands already on line " + earlier + "; leave one of them out");
      }
      parser.nextToken();
      entries.add(new Node.Entry(key, line(at), at.getColumnNr(), node(parser, depth + 1)));
    }
    return new Node.Mapping(entries, line(place), place.getColumnNr());
  }

  private Node sequence(JsonParser parser, int depth) throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, depth + 1));
    }
    return new Node.Sequence(items, line(place), place.getColumnNr());
  }

  private Node scalar(JsonParser parser, Node.Kind kind, JsonLocation place) throws IOException {
    return new Node.Scalar(Visible.of(parser.getText()), kind, line(place), place.getColumnNr());
  }

  private void refuseAnchors(JsonParser parser) throws IOException {
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
      problem(
          parser.currentTokenLocation(),
          "anchors (&) and aliases (*) are not accepted; write the value out");
    } else if (parser.getTypeId() != null) {
      problem(parser.currentTokenLocation(), "tags (!) are not accepted; write the plain value");
    }
  }

  private int line(JsonLocation place) {
    return firstLine + Math.max(place.getLineNr(), 1) - 1;
  }

  private void problem(JsonLocation place, String message) {
    problems.add(new Problem(file, line(place), place.getColumnNr(), message));
  }
}
