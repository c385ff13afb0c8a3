package clbdoctor.fact;

import java.util.Optional;

/** An access that SELinux or AppArmor denied (AVC). */
public record AccessDenial(
    @About(value = "program that was denied", example = "nginx") String program,
    @About(value = "what it wanted: name_bind, name_connect, read", example = "name_bind")
        String permission,
    @About(value = "port it wanted", example = "8081", min = 1, max = 65535) Optional<Integer> port,
    @About(value = "file, or type of the object", example = "http_cache_port_t")
        Optional<String> target,
    @About(value = "false when it was only logged", example = "true") Optional<Boolean> enforced)
    implements Observed {
  @Override
  public String sentence() {
    return program + " was denied " + permission + port.map(p -> " on port " + p).orElse("");
  }
}
