package clbdoctor.yaml;

import clbdoctor.fact.Facts;

/**
 * One field report: what somebody knows about one port of one real server.
 *
 * @param name as the report calls itself, or its file
 * @param file where it stands
 */
public record Report(String name, String file, Facts facts) {}
