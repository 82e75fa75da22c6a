package dev.nango.internal;

import dev.nango.ApiResponse;
import dev.nango.CallOptions;
import dev.nango.DecodeException;
import dev.nango.ErrorDetails;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Makes calls of Nango's own API for a client. */
public final class Caller {
    private final ClientHandle handle;
    /** What closes the handle when it is collected: not while it is needed. */
    private final Object owner;

    public Caller(ClientHandle handle, Object owner) {
        this.handle = handle;
        this.owner = owner;
    }

    /** Makes a call and reads its result. */
    public <T> T call(Request request, CallOptions options, Kind<T> kind) {
        return read(run(options, exchange(request, kind != Kind.NOTHING)), kind);
    }

    /** Does the same on another thread. */
    public <T> CompletableFuture<T> callAsync(Request request, CallOptions options, Kind<T> kind) {
        return runAsync(options, exchange(request, kind != Kind.NOTHING)).thenApply(response -> read(response, kind));
    }

    public <T> T run(CallOptions options, ClientHandle.Exchange<T> exchange) {
        try {
            return handle.call(Arguments.given("options", options), exchange);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    public <T> CompletableFuture<T> runAsync(CallOptions options, ClientHandle.Exchange<T> exchange) {
        return kept(handle.callAsync(Arguments.given("options", options), exchange));
    }

    /** Keeps the owner while a call runs, whose thread knows only the handle. */
    private <T> CompletableFuture<T> kept(CompletableFuture<T> future) {
        future.whenComplete((result, failure) -> Reference.reachabilityFence(owner));
        return future;
    }

    /** Reads a response, which the cancel ends, on this thread, or on another one for a virtual thread. */
    <T> T reading(Cancel cancel, long idleTimeoutMs, java.util.function.Function<Desk, T> read) {
        try {
            return handle.reading(cancel, idleTimeoutMs, read);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    /** The whole response to a request. */
    public static ClientHandle.Exchange<ApiResponse> exchange(Request request, boolean isJson) {
        return (client, options, desk, cancel) -> {
            Library library = Loaded.library();
            long made = request.handOver();
            try {
                long response = request.until() == 0
                        ? library.nango_call(client, made, options, desk.errorOut())
                        : library.nango_call_until(client, made, request.until(), options, desk.errorOut());
                return collected(response, desk, isJson);
            } finally {
                library.nango_request_free(made);
            }
        };
    }

    /** Takes over a response: null if there is none, and no error. */
    static ApiResponse collected(long response, Desk desk, boolean isJson) {
        Library library = Loaded.library();
        if (response == 0) {
            if (desk.hasFailed()) {
                throw desk.failure();
            }
            return null;
        }
        try {
            if (isJson && library.nango_response_value(response, desk.errorOut()) == 0) {
                throw desk.failure();
            }
            byte[] content = body(response, desk);
            return new ApiResponse(library.nango_response_status(response), new Headers(response), content);
        } finally {
            library.nango_response_free(response);
        }
    }

    /** The rest of a response's body. */
    static byte[] body(long response, Desk desk) {
        Library library = Loaded.library();
        long address = library.nango_response_body(response, desk.numberOut(), desk.errorOut());
        if (address == 0) {
            throw desk.failure();
        }
        byte[] content = new byte[Math.toIntExact(desk.number())];
        library.read(address, content, 0, content.length);
        return content;
    }

    /** The result of reading a response, or the error in it. */
    static <T> T read(ApiResponse response, Kind<T> kind) {
        if (kind == Kind.NOTHING) {
            return null;
        }
        String text = new String(response.bytes(), StandardCharsets.UTF_8);
        try {
            return kind.read(JsonReader.readSent(text));
        } catch (Mismatch mismatch) {
            throw new DecodeException(ErrorDetails.builder("the response is not as Nango's API describes it: "
                            + mismatch.problem() + ": update libnango, or make the call with client.request")
                    .httpStatus(response.statusCode())
                    .body(text)
                    .attempts(1)
                    .build());
        }
    }
}
