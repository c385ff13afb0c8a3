package clbdoctor.firewall.model;

/**
 * A set by its name.
 *
 * @param fed whether rules put elements in or take them out, so that the listing is a snapshot
 */
public record NamedSet(String name, Elements elements, boolean fed) {}
