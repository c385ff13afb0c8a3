package clbdoctor.fact;

import java.util.Optional;

/** A container of the server. */
public record Container(
    @About(value = "name", example = "web") String name,
    @About(value = "RUNNING, PAUSED, RESTARTING, EXITED, CREATED or DEAD", example = "RUNNING")
        ContainerState state,
    @About(value = "result of the container's own health check", example = "true")
        Optional<Boolean> healthy,
    @About(value = "image", example = "nginx:1.27") Optional<String> image)
    implements Observed {

  /** Whether it has ended or was never started, so that nothing listens in it. */
  public boolean stopped() {
    return state == ContainerState.EXITED
        || state == ContainerState.CREATED
        || state == ContainerState.DEAD;
  }

  @Override
  public String sentence() {
    return "container " + name + " is " + state;
  }
}
