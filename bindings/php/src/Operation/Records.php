<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use DateTimeInterface;
use Nango\Exception\NangoException;
use Nango\Internal\Listing;
use Nango\Model\PrunedRecords;
use Nango\Model\Record;
use Nango\Pages;

/** Records: what syncs have stored of an external API. */
final class Records extends Group
{
    /**
     * Lists the records of a model, in the order in which they were last changed.
     *
     * Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check a
     * cursor: one that is none is the error kind server with the status 500.
     *
     * The secret key needs the scope environment:records:read. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $model The name of the model.
     * @param string|null $cursor Only the records behind this one: the cursor of the last record that was read.
     * @param DateTimeInterface|null $modifiedAfter Only those that were changed after this time, which is within the
     *     last 12 months.
     * @param list<string>|null $filter Only those whose last change was one of "added", "updated" and "deleted".
     * @param list<string>|null $ids Only those with these ids, at most 100.
     * @param string|null $variant The variant of the sync; "base" without it.
     * @param int $limit How many a page has, from 1 to 10000. Nango can send fewer.
     * @param float|null $timeout how many seconds the call for each page may take; what the client says by default
     * @return Pages<Record>
     * @throws NangoException an argument is wrong; while the pages are read: a call failed
     */
    public function list(
        string $connectionId,
        string $providerConfigKey,
        string $model,
        ?string $cursor = null,
        ?DateTimeInterface $modifiedAfter = null,
        #[\SensitiveParameter] ?array $filter = null,
        #[\SensitiveParameter] ?array $ids = null,
        ?string $variant = null,
        int $limit = 1000,
        ?float $timeout = null
    ): Pages {
        $request = $this->request('GET', '/records');
        $request->header('connectionId', 'Connection-Id', $connectionId);
        $request->header('providerConfigKey', 'Provider-Config-Key', $providerConfigKey);
        $request->query('model', 'model', $model);
        $request->query('cursor', 'cursor', $cursor);
        $request->query('modifiedAfter', 'modified_after', $modifiedAfter);
        $request->queryCsv('filter', 'filter', $filter);
        $request->queryRepeated('ids', 'ids', $ids);
        $request->query('variant', 'variant', $variant);
        $request->query('limit', 'limit', $limit);
        $list = new Listing($request, Listing::BY_CURSOR, 'records', Record::class, $timeout);
        $list->cursor = 'metadata';
        $list->start = $cursor;
        return new Pages($this->caller, $list);
    }

    /**
     * Deletes the content of records up to a cursor, and keeps their ids.
     *
     * Repeat it while has_more is true.
     *
     * The secret key needs the scope environment:records:write. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $model The name of the model.
     * @param string $untilCursor The cursor of the last record to prune.
     * @param string|null $variant The variant of the sync; "base" without it.
     * @param int|null $limit How many to prune at once, from 1 to 10000; 1000 without it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function prune(
        string $connectionId,
        string $providerConfigKey,
        string $model,
        string $untilCursor,
        ?string $variant = null,
        ?int $limit = null,
        ?float $timeout = null
    ): PrunedRecords {
        $request = $this->request('PATCH', '/records/prune', true);
        $request->header('connectionId', 'Connection-Id', $connectionId);
        $request->header('providerConfigKey', 'Provider-Config-Key', $providerConfigKey);
        $request->body('model', 'model', $model);
        $request->body('untilCursor', 'until_cursor', $untilCursor);
        $request->body('variant', 'variant', $variant);
        $request->body('limit', 'limit', $limit);
        $request->endBody();
        return $this->model($request, $timeout, PrunedRecords::class, []);
    }
}
