import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;

/** The fields that are read from a response, by Jackson. */
final class JsonConnection {
    private static final ObjectReader READER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readerFor(JsonConnection.class);

    public String connection_id;
    public String provider_config_key;
    public String provider;
    public String created_at;
    public String updated_at;
    public Credentials credentials;

    /** Its credentials. */
    static final class Credentials {
        public String type;
        public String access_token;
        public String expires_at;
    }

    static URI uri(String[] arguments) {
        return URI.create(arguments[0] + "/connection/" + arguments[2] + "?provider_config_key=" + Program.INTEGRATION);
    }

    static void check(int status, byte[] body) throws IOException {
        if (status != 200) {
            throw new IllegalStateException("status " + status);
        }
        JsonConnection connection = READER.readValue(body);
        Program.check(
                connection.credentials.access_token,
                connection.connection_id,
                connection.provider_config_key,
                connection.provider,
                connection.credentials.type,
                OffsetDateTime.parse(connection.created_at),
                OffsetDateTime.parse(connection.updated_at),
                OffsetDateTime.parse(connection.credentials.expires_at));
    }
}
