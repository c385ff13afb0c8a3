/** Parsers of what the cloud's API and its command line client answer. */
package clbdoctor.collect.cloud;
