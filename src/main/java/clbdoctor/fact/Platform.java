package clbdoctor.fact;

import java.util.Optional;

/** The real server's operating system. */
public record Platform(
    @About(value = "LINUX or WINDOWS", example = "LINUX") OperatingSystem os,
    @About(value = "distribution or edition, with its version", example = "CentOS 7.9")
        Optional<String> distribution,
    @About(value = "kernel version, as uname -r prints it", example = "5.10.0-28-amd64")
        Optional<String> kernel,
    @About(
            value = "what starts services: SYSTEMD, SYSV, WINDOWS_SERVICES or CONTAINER",
            example = "SYSTEMD")
        Optional<InitSystem> initSystem)
    implements Observed {

  @Override
  public String sentence() {
    return "the server runs "
        + distribution.orElse(os == OperatingSystem.LINUX ? "Linux" : "Windows");
  }
}
