"""Makes the conformance cases: hand-written definitions plus an oracle that computes the expected result of each."""
