import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Gets a connection with HttpURLConnection and Jackson. */
final class UrlConnectionJackson {
    private UrlConnectionJackson() {}

    public static void main(String[] arguments) throws Exception {
        URL url = JsonConnection.uri(arguments).toURL();
        Program.run(arguments, () -> {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(30_000);
            connection.setRequestProperty("Authorization", "Bearer " + Program.SECRET_KEY);
            try (InputStream body = connection.getInputStream()) {
                JsonConnection.check(connection.getResponseCode(), body.readAllBytes());
            }
        });
    }
}
