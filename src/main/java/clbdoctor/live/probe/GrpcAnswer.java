package clbdoctor.live.probe;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The answer to a gRPC call.
 *
 * @param grpcStatus what the server says of the call; a server that speaks no gRPC says nothing
 */
record GrpcAnswer(int httpStatus, Optional<Integer> grpcStatus) {
  private static final String STATUS = "grpc-status";

  private static Optional<Integer> status(Iterable<? extends Header> headers) {
    for (Header header : headers) {
      if (header.getName().equalsIgnoreCase(STATUS) && header.getValue().matches("[0-9]{1,2}")) {
        return Optional.of(Integer.valueOf(header.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Reads headers and trailers; what is between them does not matter. */
  static final class Reader implements AsyncResponseConsumer<GrpcAnswer> {
    private int httpStatus;
    private Optional<Integer> grpcStatus = Optional.empty();
    private FutureCallback<GrpcAnswer> result;

    @Override
    public void consumeResponse(
        HttpResponse response,
        EntityDetails entity,
        HttpContext context,
        FutureCallback<GrpcAnswer> callback) {
      httpStatus = response.getCode();
      grpcStatus = status(List.of(response.getHeaders()));
      result = callback;
      if (entity == null) {
        callback.completed(new GrpcAnswer(httpStatus, grpcStatus));
      }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
      Optional<Integer> atTheEnd = trailers == null ? Optional.empty() : status(trailers);
      result.completed(new GrpcAnswer(httpStatus, atTheEnd.or(() -> grpcStatus)));
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws java.io.IOException {
      channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer content) {
      content.position(content.limit());
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {}
  }
}
