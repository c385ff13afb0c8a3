/** Small things every room needs to speak to a person; uses nothing but {@code java.base}. */
package clbdoctor.text;
