package clbdoctor.cli;

/**
 * The two files of a new cause. Its rules have no condition yet, so the rule book refuses them: a
 * rule that nobody finished names nothing.
 */
final class Scaffold {
  private Scaffold() {}

  static String rules(String id, String title, String paragraph) {
    String document = paragraph.isEmpty() ? "" : "    @Document( \"" + paragraph + "\" )\n";
    return """
        // %2$s.

        rule "%1$s: the fault itself is seen"
        %3$swhen
            // Say in plain words what is seen, and write the fact below, for instance
            // Surveyed( subject == Subject.SOCKETS )
        then
            insert( new Cause( "%1$s", Certainty.CONFIRMED ) );
        end

        rule "%1$s: something speaks against it"
        when
            // Say what excludes it.
        then
            insert( new RuledOut( "%1$s" ) );
        end
        """
        .formatted(id, title, document);
  }

  static String page(String id, String title) {
    return """
        title: "%2$s"
        # What it means for an operator and why the check fails, two or three sentences.
        meaning: ""
        # The symptoms it brings about, such as REFUSED or TIMED_OUT.
        explains: []
        # Ids of rules/fixes.
        fixes: []
        # At least three: it holds, it nearly holds, nobody looked. For instance:
        #  - name: it holds
        #    given:
        #      sockets: []
        #    expect: { %1$s: CONFIRMED }
        cases: []
        """
        .formatted(id, title);
  }
}
