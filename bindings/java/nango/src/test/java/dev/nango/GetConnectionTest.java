package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.testing.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GetConnectionTest {
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

    @Test
    void aConnectionHasItsFields() {
        Connection connection = client.getConnection("customer-oauth2", "github");
        assertEquals("customer-oauth2", connection.connectionId());
        assertEquals("github", connection.providerConfigKey());
        assertEquals(Optional.of("github"), connection.provider());
        assertEquals(AuthMode.OAUTH2, connection.authMode());
        assertEquals(Optional.of("gho_invented_demo_token"), connection.token());
        OAuth2Credentials credentials = assertInstanceOf(OAuth2Credentials.class, connection.credentials());
        assertEquals(connection.token(), credentials.accessToken());
        assertTrue(connection.createdAt().isPresent());
        assertFalse(connection.isExpired());
        assertEquals("Bearer gho_invented_demo_token", connection.authorization());
        assertEquals(connection.json(), connection.data().json());
    }

    @Test
    void printingAndSerializingShowNoSecret() {
        Connection connection = client.getConnection("customer-oauth2", "github");
        String printed = connection + " " + connection.credentials() + " " + connection.data() + " " + client;
        assertFalse(printed.contains("invented"), printed);
        assertThrows(
                NotSerializableException.class,
                () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(connection));
    }

    @Test
    void aConnectionThatIsNotThereIsAnExceptionOfItsOwn() {
        NotFoundException thrown =
                assertThrows(NotFoundException.class, () -> client.getConnection("nobody", "github"));
        assertEquals(ErrorKind.NOT_FOUND, thrown.kind());
        assertEquals(404, thrown.httpStatus().orElse(0));
        assertTrue(thrown.attempts() > 0);
    }

    @Test
    void anArgumentThatCannotBeSentIsRefused() {
        for (String wrong : new String[] {null, "", "a\0b", "a\ud800b"}) {
            assertThrows(InvalidArgumentException.class, () -> client.getConnection(wrong, "github"), wrong);
        }
        InvalidArgumentException thrown =
                assertThrows(InvalidArgumentException.class, () -> client.getConnection("", "github"));
        assertTrue(thrown.getMessage().contains("connectionId"), thrown.getMessage());
    }
}
