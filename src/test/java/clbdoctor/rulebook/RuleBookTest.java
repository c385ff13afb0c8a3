package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.GivenFacts;
import clbdoctor.cache.ReadFiles;
import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.text.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule book as a whole: what it records, and that the order of files does not matter. */
class RuleBookTest {
  private static final Path RULES = Path.of("rules").toAbsolutePath();
  private static final Facts FACTS =
      Derivation.complete(
          GivenFacts.of(
              """
              backEnd: { privateAddress: 10.0.0.10, port: 80 }
              sockets: [ { protocol: TCP, address: 127.0.0.1, port: 80, process: nginx } ]
              probes: [ { from: PEER, method: CONNECT, outcome: REFUSED } ]
              """));

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    List<RuleFile> files = new ArrayList<>(RuleFile.in(Folder.of(List.of(RULES)).get(0)));
    RuleBook inOrder = RuleBook.of(files);
    Random random = new Random(4);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(files, random);
      RuleBook shuffled = RuleBook.of(files);
      assertEquals(inOrder.hash(), shuffled.hash());
      assertEquals(fired(inOrder), fired(shuffled));
    }
  }

  @Test
  void aFiringTellsItsRuleWithPlaceParagraphAndMatchedFacts() {
    Firing firing =
        RuleBook.load(RULES, ReadFiles.none()).run(FACTS).stream()
            .filter(f -> f.rule().name().equals("only loopback is listened on"))
            .findFirst()
            .orElseThrow();
    assertEquals("rules/6-service/listens-on-loopback-only.drl", firing.rule().file());
    assertEquals(List.of("7.1"), firing.rule().document());
    assertEquals(
        List.of("somebody looked at sockets", "nginx listens on 127.0.0.1:80/TCP"),
        firing.matched().stream().map(fact -> fact.sentence()).toList());
  }

  @Test
  void aConditionTellsItsCommentAndWhatItAsksFor() {
    Rule rule =
        RuleBook.load(RULES, ReadFiles.none()).rules().stream()
            .filter(r -> r.name().equals("only loopback is listened on"))
            .findFirst()
            .orElseThrow();
    Rule.Condition listening = rule.conditions().get(1);
    assertFalse(listening.negated());
    assertEquals("on the checked port a program listens,", listening.comment());
    assertEquals("Binding( onCheckedPort )", listening.text());
    assertEquals(Set.of(Subject.SOCKETS), listening.asksFor());
    assertTrue(rule.conditions().get(2).negated());
  }

  @Test
  void whyNotFindsTheFirstConditionThatDoesNotHold() {
    RuleBook book = RuleBook.load(RULES, ReadFiles.none());
    Rule rule =
        book.rules().stream()
            .filter(
                r ->
                    r.name()
                        .equals("refused, and nobody listed the sockets: perhaps only loopback"))
            .findFirst()
            .orElseThrow();
    WhyNot why = book.whyNot(rule, FACTS).orElseThrow();
    assertEquals("not Surveyed( subject == Subject.SOCKETS )", why.condition().text());
    assertEquals(
        List.of("somebody looked at sockets"),
        why.against().stream().map(fact -> fact.sentence()).toList());
  }

  private static Set<String> fired(RuleBook book) {
    return book.run(FACTS).stream()
        .map(firing -> firing.rule().name() + firing.matched())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
