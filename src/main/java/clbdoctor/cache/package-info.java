/** What reading the rule files gave, kept between runs of the program. */
package clbdoctor.cache;
