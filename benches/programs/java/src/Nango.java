import dev.nango.Connection;
import dev.nango.NangoClient;

/** Gets a connection with this project's package. */
final class Nango {
    private Nango() {}

    public static void main(String[] arguments) throws Exception {
        try (NangoClient client = NangoClient.builder().secretKey(Program.SECRET_KEY).baseUrl(arguments[0]).build()) {
            Program.run(arguments, () -> {
                Connection connection = client.getConnection(arguments[2], Program.INTEGRATION);
                Program.check(
                        connection.token().orElseThrow(),
                        connection.connectionId(),
                        connection.providerConfigKey(),
                        connection.provider().orElseThrow(),
                        connection.authModeName().orElseThrow(),
                        connection.createdAt().orElseThrow(),
                        connection.updatedAt().orElseThrow(),
                        connection.expiresAt().orElseThrow());
            });
        }
    }
}
