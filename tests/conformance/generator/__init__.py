"""Makes the conformance cases: hand-written definitions plus an oracle that knows what must come out of each."""
