package clbdoctor.fact;

/** A measured quantity. */
public record Reading(Quantity quantity, double value) implements Derived {

  @Override
  public String sentence() {
    return quantity
        + " is "
        + (value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value));
  }
}
