package clbdoctor.fact;

/** The program that is meant to answer on the back-end port. */
public enum ServerSoftware {
  /** nginx. */
  NGINX,

  /** Apache httpd. */
  APACHE,

  /** Apache Tomcat. */
  TOMCAT,

  /** Internet Information Services, or another program behind HTTP.sys. */
  IIS,

  /** HAProxy. */
  HAPROXY,

  /** Another Java program. */
  JAVA,

  /** PHP behind FastCGI. */
  PHP_FPM,

  /** Node.js. */
  NODE,

  /** A program that is not in this list. */
  OTHER
}
