import dev.nango.NangoClient;
import dev.nango.ProxyRequest;
import dev.nango.Response;
import java.io.IOException;

/** Calls the external API of a connection through Nango's proxy, and copies what it answers: CallProxy ENDPOINT. */
public final class CallProxy {
    private CallProxy() {}

    public static void main(String[] arguments) throws IOException {
        String connectionId = System.getenv().getOrDefault("NANGO_CONNECTION_ID", "customer-oauth2");
        String providerConfigKey = System.getenv().getOrDefault("NANGO_PROVIDER_CONFIG_KEY", "github");
        ProxyRequest request = ProxyRequest.get(arguments[0]).header("Accept", "application/json").build();
        try (NangoClient client = NangoClient.create();
                Response response = client.proxy(connectionId, providerConfigKey, request)) {
            System.err.println("status " + response.statusCode());
            response.body().transferTo(System.out);
            System.out.flush();
        }
    }
}
