// The official SDK for Node.js: gets a connection again and again.
//
// usage: client.mjs BASE_URL CALLS|- CONNECTION_ID
import { Nango } from '@nangohq/node';

import { turns } from './turns.mjs';

const INTEGRATION = 'github';
// Invented, as is the token.
const SECRET_KEY = '00000000-0000-4000-8000-00000000beef';
const TOKEN = 'invented_0123456789abcdef0123456789abcdef';

const [host, calls, connectionId] = process.argv.slice(2);
const nango = new Nango({ secretKey: SECRET_KEY, host });

async function call() {
    const connection = await nango.getConnection(INTEGRATION, connectionId);
    const fields = [
        connection.connection_id,
        connection.provider_config_key,
        connection.provider,
        connection.created_at,
        connection.updated_at,
        connection.credentials.type,
        connection.credentials.access_token,
        connection.credentials.expires_at,
    ];
    if (!fields.every(Boolean) || connection.credentials.access_token !== TOKEN) {
        throw new Error('the answer is not the expected one');
    }
}

for await (const count of turns(calls)) {
    for (let left = count; left > 0; left--) {
        await call();
    }
}
