package clbdoctor.fact;

/** The version an HTTP check speaks. */
public enum HttpVersion {
  HTTP_1_0("HTTP/1.0"),
  HTTP_1_1("HTTP/1.1"),
  HTTP_2("HTTP/2");

  private final String text;

  HttpVersion(String text) {
    this.text = text;
  }

  /** As it stands in a request line, and in fact files. */
  @Override
  public String toString() {
    return text;
  }
}
