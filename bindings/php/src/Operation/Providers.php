<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Model\NangoFunction;
use Nango\Model\Provider;

/** Providers: the external APIs that Nango knows. */
final class Providers extends Group
{
    /**
     * Returns the external APIs that Nango knows.
     *
     * The response has megabytes: hundreds of providers, not paged.
     *
     * Any secret key may call it. An argument that is null is not sent.
     *
     * @param string|null $search Only those with this text in their name.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @return list<Provider>
     * @throws NangoException the call failed; the subclass tells how
     */
    public function list(?string $search = null, ?float $timeout = null): array
    {
        $request = $this->request('GET', '/providers');
        $request->query('search', 'search', $search);
        return $this->models($request, $timeout, Provider::class, ['data']);
    }

    /**
     * Returns an external API that Nango knows.
     *
     * Any secret key may call it.
     *
     * @param string $provider Its name: "github".
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function get(string $provider, ?float $timeout = null): Provider
    {
        $request = $this->request('GET', '/providers/{provider}');
        $request->path('provider', 'provider', $provider);
        return $this->model($request, $timeout, Provider::class, ['data']);
    }

    /**
     * Returns the templates of functions that Nango has for an external API.
     *
     * Any secret key may call it.
     *
     * @param string $provider Its name: "github".
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @return list<NangoFunction>
     * @throws NangoException the call failed; the subclass tells how
     */
    public function listTemplates(string $provider, ?float $timeout = null): array
    {
        $request = $this->request('GET', '/providers/{provider}/templates');
        $request->path('provider', 'provider', $provider);
        return $this->models($request, $timeout, NangoFunction::class, ['data']);
    }
}
