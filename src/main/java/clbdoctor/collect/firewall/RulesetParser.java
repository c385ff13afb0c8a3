package clbdoctor.collect.firewall;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Json;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.firewall.nftables.NftJson;
import java.util.Optional;

/**
 * The rules of iptables, ipset, nft, firewall-cmd, ufw and Windows, kept as they stand; whether
 * they let the check through is not judged here.
 *
 * <pre>
 * Chain INPUT (policy ACCEPT)
 * target     prot opt source               destination
 * DROP       tcp  --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
 * </pre>
 */
public final class RulesetParser implements OutputParser {
  private final FirewallTool tool;

  public RulesetParser(FirewallTool tool) {
    this.tool = tool;
  }

  @Override
  public String tool() {
    return RulesetShape.name(tool);
  }

  @Override
  public boolean reads(ShellCommand command) {
    return RulesetShape.ofCommand(command).filter(tool::equals).isPresent();
  }

  @Override
  public boolean begins(Line line) {
    return RulesetShape.ofFirstLine(line.text()).filter(tool::equals).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<Line> first = block.lines().stream().filter(line -> !line.blank()).findFirst();
    if (first.isEmpty()) {
      return findings.build();
    }
    if (refused(block)) {
      findings.unread(first.get(), "the rules are shown only to root");
      return findings.readAll().build();
    }
    String command =
        block
            .command()
            .map(ShellCommand::text)
            .orElse(RulesetShape.usualCommand(first.get().text()));
    boolean complete =
        block.whole() && block.command().map(c -> c.filters().isEmpty()).orElse(false);
    Optional<String> text = text(block);
    if (text.isEmpty()) {
      findings.unread(first.get(), "the JSON is cut or damaged");
      return findings.readAll().build();
    }
    RulesetShape.hides(command).ifPresent(what -> findings.unread(first.get(), "it hides " + what));
    findings.fact(
        first.get(), new FirewallRuleset(tool, command, text.get(), Optional.of(complete)));
    return findings.readAll().build();
  }

  /** What nft shows as JSON is kept as it would show it without {@code -j}. */
  private Optional<String> text(Block block) {
    String text = block.text() + "\n";
    return tool == FirewallTool.NFTABLES && text.stripLeading().startsWith("{")
        ? Json.object(text.strip()).map(NftJson::listing)
        : Optional.of(text);
  }

  private static boolean refused(Block block) {
    return block.lines().stream()
        .anyMatch(
            line ->
                line.text()
                    .matches(
                        ".*(?:Permission denied|Operation not permitted|need to be root|requires elevation|Access is denied|Authorization failed|需要提升|拒绝访问).*"));
  }
}
