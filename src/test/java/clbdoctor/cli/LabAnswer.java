package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the program answered.
 *
 * @param named the causes, each with its certainty
 * @param notExamined causes that nobody's facts decide
 */
record LabAnswer(Map<String, Certainty> named, Set<String> notExamined) {
  static final LabAnswer NOTHING = new LabAnswer(Map.of(), Set.of());

  static LabAnswer of(Diagnosis diagnosis) {
    return new LabAnswer(
        RuleTests.named(diagnosis),
        diagnosis.notExamined().stream().map(one -> one.page().id()).collect(Collectors.toSet()));
  }

  static LabAnswer of(String json) {
    try {
      JsonNode answer = new ObjectMapper().readTree(json);
      Map<String, Certainty> named = new TreeMap<>();
      for (JsonNode cause : answer.path("causes")) {
        named.put(cause.path("id").asText(), Certainty.valueOf(cause.path("certainty").asText()));
      }
      Set<String> notExamined = new TreeSet<>();
      answer.path("notExamined").forEach(cause -> notExamined.add(cause.path("id").asText()));
      return new LabAnswer(named, notExamined);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
