# The suites of the other languages; run.sh reads this.

suite 'Documents' "$python" tests/project/readme.py
suite 'Demo' "$python" -m pytest -q -p no:cacheprovider tests/project
