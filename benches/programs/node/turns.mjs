// How many calls a client is to make: once, or for "-" again and again, as standard input says, a line a turn. The end of a
// turn is an empty line.
import { createInterface } from 'node:readline';

export async function* turns(calls) {
    if (calls !== '-') {
        yield Number(calls);
        return;
    }
    for await (const line of createInterface({ input: process.stdin })) {
        yield Number(line);
        process.stdout.write('\n');
    }
}
