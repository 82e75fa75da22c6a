package dev.nango.kotlin

import dev.nango.ApiRequest
import dev.nango.ApiResponse
import dev.nango.CallOptions
import dev.nango.Connection
import dev.nango.NangoClient
import dev.nango.Pager
import dev.nango.ProxyRequest
import dev.nango.Response
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.await
import kotlin.jvm.optionals.getOrNull

/** Gets a connection with fresh credentials: see [NangoClient.getConnection]. Cancelling the coroutine ends the call. */
public suspend fun NangoClient.awaitConnection(
    connectionId: String,
    providerConfigKey: String,
    options: CallOptions = CallOptions.DEFAULT,
): Connection = getConnectionAsync(connectionId, providerConfigKey, options).await()

/** Sends a request to an external API: see [NangoClient.proxy]. Reading the body blocks. */
public suspend fun NangoClient.awaitProxy(
    connectionId: String,
    providerConfigKey: String,
    request: ProxyRequest,
    options: CallOptions = CallOptions.DEFAULT,
): Response = proxyAsync(connectionId, providerConfigKey, request, options).await()

/** Makes any call of Nango's own API: see [NangoClient.request]. */
public suspend fun NangoClient.awaitRequest(
    request: ApiRequest,
    options: CallOptions = CallOptions.DEFAULT,
): ApiResponse = requestAsync(request, options).await()

/** The items of a list, whose pages are fetched while they are collected. Each collector begins anew. */
public fun <T : Any> Pager<T>.asFlow(): Flow<T> = flow {
    val pages = pages()
    while (true) {
        val page = pages.nextAsync().await().getOrNull() ?: break
        page.forEach { emit(it) }
    }
}
