package clbdoctor.firewall;

import java.util.List;

/** Something that packets pass on a hook: a base chain, connection tracking, translation. */
interface Station {

  int priority();

  /** The flows that go on. */
  List<Flow> pass(List<Flow> flows, Walker walker);
}
