package clbdoctor.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a fact means to the person who fills it in. The fact schema, the template and
 * the reader of fact files all take it from here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface About {
  /** One phrase, with the unit where there is one. */
  String value();

  /** What the template shows, in YAML. */
  String example();

  long min() default Long.MIN_VALUE;

  long max() default Long.MAX_VALUE;
}
