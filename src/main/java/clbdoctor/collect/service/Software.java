package clbdoctor.collect.service;

import clbdoctor.fact.ServerSoftware;
import java.util.Locale;
import java.util.Optional;

/** Programs by the names of their services. */
final class Software {
  private Software() {}

  static Optional<ServerSoftware> ofService(String name) {
    String service = name.toLowerCase(Locale.ROOT).replaceFirst("\\.service$", "");
    return Optional.ofNullable(
        switch (service) {
          case "nginx", "openresty", "tengine" -> ServerSoftware.NGINX;
          case "httpd", "apache2", "apache2.4" -> ServerSoftware.APACHE;
          case "w3svc", "iisadmin", "was" -> ServerSoftware.IIS;
          case "haproxy" -> ServerSoftware.HAPROXY;
          default ->
              service.matches("tomcat[0-9.]*")
                  ? ServerSoftware.TOMCAT
                  : service.matches("php[0-9.]*-fpm") ? ServerSoftware.PHP_FPM : null;
        });
  }
}
