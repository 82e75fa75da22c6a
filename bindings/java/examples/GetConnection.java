import dev.nango.Connection;
import dev.nango.NangoClient;
import dev.nango.NangoException;
import java.time.Instant;

/**
 * Gets a connection and prints in one line what it authenticates with.
 *
 * <p>NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which, NANGO_SECRET_KEY and NANGO_BASE_URL from where.
 */
public final class GetConnection {
    private GetConnection() {}

    public static void main(String[] arguments) {
        String connectionId = System.getenv().getOrDefault("NANGO_CONNECTION_ID", "customer-1");
        String providerConfigKey = System.getenv().getOrDefault("NANGO_PROVIDER_CONFIG_KEY", "github");
        try (NangoClient client = NangoClient.create()) { // NANGO_SECRET_KEY, NANGO_BASE_URL
            Connection connection = client.getConnection(connectionId, providerConfigKey);
            String token = connection.token().map(GetConnection::begun).orElse("(no single token)");
            String expires = connection.expiresAt().map(Instant::toString).orElse("never");
            System.out.printf(
                    "%s/%s: %s %s expires %s%n", providerConfigKey, connectionId, connection.authMode(), token, expires);
        } catch (NangoException error) {
            System.err.println(error.kind() + ": " + error.getMessage());
            System.exit(1);
        }
    }

    private static String begun(String token) {
        return token.substring(0, Math.min(8, token.length())) + "...";
    }
}
