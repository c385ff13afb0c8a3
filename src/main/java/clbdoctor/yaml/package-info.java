/**
 * Reads fact files, cause pages, fixes and rule cases, and writes trees as YAML and JSON; the only
 * room that sees Jackson. It may use {@code fact}, {@code diagnosis} and {@code text}.
 */
package clbdoctor.yaml;
