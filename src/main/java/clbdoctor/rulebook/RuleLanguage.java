package clbdoctor.rulebook;

import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.rulebook.RulePattern.Quantifier;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The small language that rules are written in, checked on what Drools parsed: rules with
 * {@code @Document} and nothing else; patterns on facts, plain or under {@code not} or {@code
 * exists}; one conclusion. Nothing outside it reaches the engine.
 */
final class RuleLanguage {
  private static final Pattern PARAGRAPH = Pattern.compile("[0-9]+\\.[0-9]+");

  private final RuleFile file;
  private final SourceLines source;
  private final List<Problem> problems;

  RuleLanguage(RuleFile file, List<Problem> problems) {
    this.file = file;
    this.source = new SourceLines(file.text());
    this.problems = problems;
  }

  /** Refuses whatever stands in a file beside rules. */
  void checkFile(PackageDescr parsed) {
    refuse(!parsed.getImports().isEmpty(), parsed.getImports(), "import");
    refuse(!parsed.getFunctionImports().isEmpty(), parsed.getFunctionImports(), "import function");
    refuse(
        !parsed.getAccumulateImports().isEmpty(),
        parsed.getAccumulateImports(),
        "import accumulate");
    refuse(!parsed.getGlobals().isEmpty(), parsed.getGlobals(), "global");
    refuse(!parsed.getFunctions().isEmpty(), parsed.getFunctions(), "function");
    refuse(!parsed.getTypeDeclarations().isEmpty(), parsed.getTypeDeclarations(), "declare");
    refuse(!parsed.getEnumDeclarations().isEmpty(), parsed.getEnumDeclarations(), "declare enum");
    refuse(!parsed.getEntryPointDeclarations().isEmpty(), List.of(), "declare entry-point");
    refuse(!parsed.getWindowDeclarations().isEmpty(), List.of(), "declare window");
    refuse(!parsed.getAttributes().isEmpty(), parsed.getAttributes(), "an attribute of the file");
    refuse(!parsed.getName().isEmpty(), List.of(parsed), "package");
    if (parsed.getRules().isEmpty()) {
      problem(1, 0, Code.NO_RULE, "there is no rule in it; write rule \"name\" when … then … end");
    }
  }

  /** A pattern as a reader sees it, and as the engine gets it. */
  private record ReadPattern(Condition condition, RulePattern pattern) {}

  /** The rule, or nothing when something in it is refused. */
  Optional<ReadRule> rule(RuleDescr parsed) {
    int before = problems.size();
    if (parsed instanceof QueryDescr) {
      problem(parsed.getLine(), 0, Code.FOREIGN_STATEMENT, "query is not in the language of rules");
      return Optional.empty();
    }
    if (parsed.getParentName() != null) {
      problem(parsed.getLine(), 0, Code.ATTRIBUTE, "\"extends\" is not in the language of rules");
    }
    parsed
        .getAttributes()
        .values()
        .forEach(
            a ->
                problem(
                    a.getLine(),
                    0,
                    Code.ATTRIBUTE,
                    "\""
                        + a.getName()
                        + "\" is not in the language of rules; all rules are weighed together,"
                        + " leave it out"));
    if (!parsed.getNamedConsequences().isEmpty()) {
      problem(parsed.getConsequenceLine(), 0, Code.FOREIGN_CONCLUSION, "a rule has one then part");
    }
    List<String> document = document(parsed);
    List<ReadPattern> patterns = patterns(parsed);
    Optional<Conclusion> conclusion =
        new ConclusionParser(file.causeId(), source, this::problem).parse(parsed);
    return problems.size() > before || conclusion.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReadRule(
                new Rule(
                    parsed.getName(),
                    file.name(),
                    parsed.getLine(),
                    document,
                    patterns.stream().map(ReadPattern::condition).toList(),
                    conclusion.get()),
                patterns.stream().map(ReadPattern::pattern).toList()));
  }

  private List<String> document(RuleDescr parsed) {
    List<String> paragraphs = new ArrayList<>();
    for (AnnotationDescr annotation : parsed.getAnnotations()) {
      int line = annotation.getLine();
      if (!annotation.getName().equals("Document")) {
        problem(
            line,
            0,
            Code.ANNOTATION,
            "@" + annotation.getName() + " is not known; a rule may have @Document( \"7.1\" )");
        continue;
      }
      String value =
          String.valueOf(annotation.getSingleValueAsString()).replaceAll("[\"{}\\s]", "");
      for (String paragraph : value.split(",")) {
        if (!PARAGRAPH.matcher(paragraph).matches()) {
          problem(
              line,
              0,
              Code.ANNOTATION,
              "\""
                  + paragraph
                  + "\" is no paragraph; write @Document( \"7.1\" ) or @Document( \"4.1, 7.3\" )");
        }
        paragraphs.add(paragraph);
      }
    }
    return paragraphs;
  }

  private List<ReadPattern> patterns(RuleDescr parsed) {
    List<ReadPattern> patterns = new ArrayList<>();
    Map<String, Class<?>> variables = new HashMap<>();
    if (parsed.getLhs().getDescrs().isEmpty()) {
      problem(
          parsed.getLine(),
          0,
          Code.NO_CONDITION,
          "the rule has no condition, so it would always hold; write what must be seen");
    }
    for (BaseDescr descr : parsed.getLhs().getDescrs()) {
      pattern(descr).flatMap(p -> read(descr, p, variables)).ifPresent(patterns::add);
    }
    return patterns;
  }

  /** The pattern itself, or the one below {@code not} or {@code exists}. */
  private Optional<PatternDescr> pattern(BaseDescr descr) {
    BaseDescr inner = descr;
    if (descr instanceof NotDescr not && not.getDescrs().size() == 1) {
      inner = not.getDescrs().get(0);
    } else if (descr instanceof ExistsDescr exists && exists.getDescrs().size() == 1) {
      inner = (BaseDescr) exists.getDescrs().get(0);
    }
    if (inner instanceof PatternDescr pattern) {
      return Optional.of(pattern);
    }
    problem(
        descr.getLine(),
        descr.getColumn() + 1,
        Code.FOREIGN_CONDITION,
        "only patterns, not and exists on one pattern are in the language of rules"
            + (descr instanceof OrDescr ? "; write a rule for each side of or" : ""));
    return Optional.empty();
  }

  private Optional<ReadPattern> read(
      BaseDescr whole, PatternDescr pattern, Map<String, Class<?>> variables) {
    int line = whole.getLine();
    int column = whole.getColumn() + 1;
    boolean plain = whole instanceof PatternDescr;
    if (pattern.getObjectType() == null
        || pattern.getSource() != null
        || !pattern.getBehaviors().isEmpty()
        || pattern.isQuery()
        || !pattern.getAnnotations().isEmpty()) {
      problem(
          line,
          column,
          Code.FOREIGN_CONDITION,
          "from, accumulate, over, paths, queries and annotations are not in the language of rules");
      return Optional.empty();
    }
    Optional<Class<?>> type = Vocabulary.factType(pattern.getObjectType());
    if (type.isEmpty()) {
      problem(line, column, Code.UNKNOWN_FACT, Vocabulary.unknownFact(pattern.getObjectType()));
      return Optional.empty();
    }
    Map<String, Class<?>> visible = plain ? variables : new HashMap<>(variables);
    if (pattern.getIdentifier() != null && !pattern.getIdentifier().isEmpty()) {
      visible.put(pattern.getIdentifier(), type.get());
    }
    RulePattern read =
        new RulePattern(
            quantifier(whole),
            pattern.getObjectType(),
            Optional.ofNullable(pattern.getIdentifier()).filter(name -> !name.isEmpty()),
            new PatternCheck(this::problem).check(pattern, type.get(), visible));
    boolean negated = read.quantifier() == Quantifier.NOT;
    return Optional.of(
        new ReadPattern(
            new Condition(
                source.commentAbove(line),
                source.of(whole),
                line,
                negated,
                pattern.getObjectType(),
                AsksFor.of(type.get(), read.constants(), negated)),
            read));
  }

  private static Quantifier quantifier(BaseDescr descr) {
    return descr instanceof NotDescr
        ? Quantifier.NOT
        : descr instanceof ExistsDescr ? Quantifier.EXISTS : Quantifier.PLAIN;
  }

  private void refuse(boolean present, List<? extends BaseDescr> where, String what) {
    if (present) {
      int line = where.isEmpty() ? 1 : Math.max(where.get(0).getLine(), 1);
      problem(
          line,
          0,
          Code.FOREIGN_STATEMENT,
          what + " is not in the language of rules; a rule file holds only rules");
    }
  }

  private void problem(int line, int column, Code code, String message) {
    problems.add(new Problem(file.name(), Math.max(line, 1), column, message, code));
  }
}
