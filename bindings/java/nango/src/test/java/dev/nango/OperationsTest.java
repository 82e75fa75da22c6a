package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.models.ConnectSession;
import dev.nango.models.Integration;
import dev.nango.models.ListedConnection;
import dev.nango.models.NangoRecord;
import dev.nango.operations.CreateConnectSessionParams;
import dev.nango.operations.GetIntegrationParams;
import dev.nango.operations.ListConnectionsParams;
import dev.nango.operations.ListProvidersParams;
import dev.nango.operations.ListRecordsParams;
import dev.nango.operations.SetMetadataParams;
import dev.nango.operations.WaitForConnectionParams;
import dev.nango.testing.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static Emulator emulator;
    private static NangoClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.builder().rateLimit(0).start();
        client = emulator.client();
    }

    @AfterAll
    static void end() {
        client.close();
        emulator.close();
    }

    private static ListConnectionsParams pagesOf(long limit) {
        return ListConnectionsParams.builder().limit(limit).build();
    }

    @Test
    void aListIsReadItemByItemAndAsAStream() {
        List<String> all = new ArrayList<>();
        for (ListedConnection connection : client.connections().list()) {
            all.add(connection.connectionId());
        }
        assertTrue(all.size() > 5, all.toString());
        assertEquals(
                all,
                client.connections().list(pagesOf(2)).stream()
                        .map(ListedConnection::connectionId)
                        .collect(Collectors.toList()));
    }

    @Test
    void aListIsReadPageByPage() {
        Pages<ListedConnection> pages = client.connections().list(pagesOf(3)).pages();
        assertEquals(3, pages.next().size());
        assertEquals(3, pages.nextAsync().join().orElseThrow().size());
        int count = 0;
        for (List<ListedConnection> page : pages) {
            count += page.size();
        }
        assertEquals(client.connections().list().stream().count(), count + 6);
        assertEquals(Optional.empty(), pages.nextAsync().join());
        assertThrows(java.util.NoSuchElementException.class, pages::next);
    }

    @Test
    void aPageThatComesAsItsFutureIsCancelledIsNotLost() {
        CompletableFuture<CompletableFuture<?>> cancelled = new CompletableFuture<>();
        // The page is there when the observer is called, and the future does not have it yet.
        try (NangoClient observed = emulator.clientBuilder()
                .maxConcurrentCalls(1)
                .onCall(summary -> cancelled.join().cancel(true))
                .build()) {
            Pages<ListedConnection> pages = observed.connections().list(pagesOf(2)).pages();
            CompletableFuture<Optional<List<ListedConnection>>> first = pages.nextAsync();
            cancelled.complete(first);
            assertThrows(CancellationException.class, first::join);
            // The only thread has done with the page.
            observed.providers().listAsync(ListProvidersParams.builder().build()).join();
            List<String> read = new ArrayList<>();
            assertEquals(Optional.empty(), pages.cursor());
            pages.nextAsync().join().orElseThrow().forEach(connection -> read.add(connection.connectionId()));
            pages.forEachRemaining(page -> page.forEach(connection -> read.add(connection.connectionId())));
            List<String> all = client.connections().list().stream()
                    .map(ListedConnection::connectionId)
                    .collect(Collectors.toList());
            assertEquals(all, read);
        }
    }

    @Test
    void anIteratorGoesOnAfterAnError() {
        Pager.Items<ListedConnection> items = client.connections().list(pagesOf(1)).iterator();
        String first = items.next().connectionId();
        Thread.currentThread().interrupt();
        assertThrows(CallCancelledException.class, items::next);
        assertTrue(Thread.interrupted());
        String second = items.next().connectionId();
        List<String> all = client.connections().list().stream()
                .limit(2)
                .map(ListedConnection::connectionId)
                .collect(Collectors.toList());
        assertEquals(List.of(first, second), all);
    }

    @Test
    void recordsHaveACursorToGoOnAt() {
        ListRecordsParams.Builder params = ListRecordsParams.builder()
                .connectionId("customer-oauth2")
                .providerConfigKey("github")
                .model("GithubIssue");
        List<JsonValue> all = new ArrayList<>();
        Pager.Items<NangoRecord> items = client.records().list(params.limit(2).build()).iterator();
        assertEquals(Optional.empty(), items.cursor());
        String cursor = null;
        while (items.hasNext()) {
            all.add(items.next().data());
            if (all.size() == 1) {
                cursor = items.cursor().orElseThrow();
            }
        }
        assertTrue(all.size() > 1, "the emulator has too few records");
        List<JsonValue> rest = client.records().list(params.cursor(cursor).build()).stream()
                .map(NangoRecord::data)
                .collect(Collectors.toList());
        assertEquals(all.subList(1, all.size()), rest);
    }

    @Test
    void aModelKeepsWhatItDoesNotKnow() {
        Integration integration =
                client.integrations().get(GetIntegrationParams.builder().uniqueKey("github").build());
        assertEquals("github", integration.uniqueKey());
        Integration newer = Integration.of(JsonValue.parse("{\"unique_key\":\"a\",\"newer\":[1.50]}"));
        assertEquals(Map.of("newer", JsonValue.parse("[1.50]")), newer.unknown());
        assertEquals(newer, Integration.of(newer.json()));
        assertThrows(DecodeException.class, () -> Integration.of(JsonValue.parse("{\"unique_key\":1}")));
    }

    @Test
    void whatIsRequiredIsDemanded() {
        InvalidArgumentException thrown = assertThrows(
                InvalidArgumentException.class,
                () -> GetIntegrationParams.builder().build());
        assertTrue(thrown.getMessage().startsWith("uniqueKey"), thrown.getMessage());
    }

    @Test
    void noTagsAreNoFilter() {
        WaitForConnectionParams params = WaitForConnectionParams.builder()
                .providerConfigKey("github")
                .tags(Map.of())
                .build();
        InvalidArgumentException thrown = assertThrows(
                InvalidArgumentException.class, () -> client.connections().waitFor(params));
        assertTrue(thrown.getMessage().startsWith("tags is empty"), thrown.getMessage());
    }

    @Test
    void printingShowsNeitherSecretsNorCustomersData() {
        CreateConnectSessionParams params = CreateConnectSessionParams.builder()
                .tags(Map.of("customer", "invented-customer"))
                .allowedIntegrations(List.of("github"))
                .build();
        ConnectSession session = client.connectSessions().create(params);
        assertFalse(session.token().isEmpty());
        String printed = params + " " + session;
        assertFalse(printed.contains("invented"), printed);
        assertFalse(printed.contains(session.token()), printed);
        assertTrue(printed.contains("github"), printed);
    }

    @Test
    void anOperationWithoutResultIsAFutureToo() {
        SetMetadataParams params = SetMetadataParams.builder()
                .providerConfigKey("github")
                .connectionIds(List.of("customer-oauth2"))
                .metadata(Map.of("plan", "large"))
                .build();
        client.connections().setMetadataAsync(params).join();
        assertEquals(
                "large",
                client.getConnection("customer-oauth2", "github")
                        .metadata()
                        .flatMap(metadata -> metadata.get("plan"))
                        .flatMap(JsonValue::asString)
                        .orElseThrow());
    }
}
