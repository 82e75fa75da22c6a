package dev.nango.kotlin

import com.sun.net.httpserver.HttpServer
import dev.nango.ApiRequest
import dev.nango.ErrorKind
import dev.nango.NangoClient
import dev.nango.ProxyRequest
import dev.nango.operations.GetIntegrationParams
import dev.nango.operations.ListConnectionsParams
import dev.nango.testing.Emulator
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors

@Timeout(30)
class CallsTest {
    /** Runs with a client of an emulator. */
    private fun emulated(test: suspend (NangoClient) -> Unit) {
        Emulator.start().use { emulator -> emulator.client().use { client -> runBlocking { test(client) } } }
    }

    @Test
    fun `calls suspend`() = emulated { client ->
        assertEquals("github", client.awaitConnection("customer-oauth2", "github").providerConfigKey())
        val params = GetIntegrationParams.builder().uniqueKey("github").build()
        assertEquals("github", client.integrations().awaitGet(params).uniqueKey())
        assertEquals(200, client.awaitRequest(ApiRequest.builder("GET", "/integrations").build()).statusCode())
        client.awaitProxy("customer-oauth2", "github", ProxyRequest.get("/anything").build()).use { response ->
            assertEquals(200, response.statusCode())
        }
    }

    @Test
    fun `a list is a flow`() = emulated { client ->
        val pager = client.connections().list(ListConnectionsParams.builder().limit(2).build())
        val ids = pager.asFlow().map { it.connectionId() }.toList()
        assertTrue(ids.size > 4)
        assertEquals(ids.take(3), pager.asFlow().map { it.connectionId() }.take(3).toList())
    }

    @Test
    fun `cancelling a coroutine ends the call`() {
        val arrived = CompletableDeferred<Unit>()
        val ended = CompletableDeferred<ErrorKind?>()
        val released = CountDownLatch(1)
        val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
        val threads = Executors.newCachedThreadPool()
        server.executor = threads
        server.createContext("/") { exchange ->
            arrived.complete(Unit)
            released.await()
            exchange.close()
        }
        server.start()
        val client = NangoClient.builder()
            .secretKey("00000000-0000-4000-8000-00000000cafe")
            .baseUrl("http://127.0.0.1:${server.address.port}")
            .readEnv(false)
            .onCall { ended.complete(it.error().orElse(null)) }
            .build()
        client.use {
            runBlocking {
                val call = launch { client.awaitConnection("c", "k") }
                arrived.await()
                call.cancelAndJoin()
                assertEquals(ErrorKind.CANCELLED, ended.await())
            }
        }
        released.countDown()
        server.stop(0)
        threads.shutdown()
    }
}
