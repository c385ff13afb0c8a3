/**
 * Replaces addresses and host names in texts by others, so that a report can be shown to strangers
 * and still means the same. Uses only {@code fact}.
 */
package clbdoctor.redact;
