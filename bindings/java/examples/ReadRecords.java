import dev.nango.JsonValue;
import dev.nango.NangoClient;
import dev.nango.Pager;
import dev.nango.models.NangoRecord;
import dev.nango.operations.ListRecordsParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the records of a sync that are new since the last time, and prints their ids: ReadRecords FILE.
 *
 * <p>The file keeps the cursor of the last record that was read. NANGO_MODEL says which records.
 */
public final class ReadRecords {
    private ReadRecords() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        ListRecordsParams.Builder params = ListRecordsParams.builder()
                .connectionId(System.getenv().getOrDefault("NANGO_CONNECTION_ID", "customer-oauth2"))
                .providerConfigKey(System.getenv().getOrDefault("NANGO_PROVIDER_CONFIG_KEY", "github"))
                .model(System.getenv().getOrDefault("NANGO_MODEL", "GithubIssue"));
        if (Files.exists(file)) {
            params.cursor(Files.readString(file));
        }
        try (NangoClient client = NangoClient.create()) {
            Pager.Items<NangoRecord> records = client.records().list(params.build()).iterator();
            while (records.hasNext()) {
                NangoRecord record = records.next();
                System.out.println(record.id().map(JsonValue::json).orElse("null"));
                // After each: what follows may fail.
                Files.writeString(file, records.cursor().orElseThrow());
            }
        }
    }
}
