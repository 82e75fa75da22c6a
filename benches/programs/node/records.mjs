// The official SDK for Node.js: walks through a list of records, page by page, and reads 8 fields of each by their names.
//
// usage: records.mjs BASE_URL PAGES|- records
import { Nango } from '@nangohq/node';

import { turns } from './turns.mjs';

const CONNECTION = 'customer-1';
const INTEGRATION = 'github';
// Invented.
const SECRET_KEY = '00000000-0000-4000-8000-00000000beef';
const RECORDS = 1000;

// Fails unless all of a page is there: as records.h does.
function read(records) {
    let characters = 0;
    let numbers = 0;
    let scores = 0;
    let drafts = 0;
    for (const record of records) {
        characters +=
            record.id.length + record.title.length + record.state.length + record.body.length + record.updated_at.length;
        numbers += record.number;
        scores += record.score;
        drafts += Number(record.is_draft);
    }
    // The numbers from 0 on are in the title and the body too.
    const digits = 10 + 2 * 90 + 3 * 900;
    const length = RECORDS * (36 + 17 + 4 + 24 + 281) + 2 * digits;
    const isRight =
        records.length === RECORDS &&
        characters === length &&
        numbers === (RECORDS * (RECORDS - 1)) / 2 &&
        scores === RECORDS * 4.25 &&
        drafts === 0;
    if (!isRight) {
        throw new Error('the page is not the expected one');
    }
}

const [host, pages] = process.argv.slice(2);
const nango = new Nango({ secretKey: SECRET_KEY, host });
let cursor = null;

async function readNext() {
    const page = await nango.listRecords({
        providerConfigKey: INTEGRATION,
        connectionId: CONNECTION,
        model: 'GithubIssue',
        limit: RECORDS,
        cursor,
    });
    read(page.records);
    cursor = page.next_cursor;
}

for await (const count of turns(pages)) {
    for (let left = count; left > 0; left--) {
        await readNext();
    }
}
