"""What dkimpy makes of key records: a JSON text a line, the answer `key TYPE BITS` or `refused` a line."""

import json
import sys

from dkim import evaluate_pk

for line in sys.stdin:
    record = json.loads(line).encode("latin-1")
    try:
        _, bits, kind, _ = evaluate_pk("s._domainkey.example.com", record)
        print("key", kind.decode(), bits)
    except Exception as error:
        print("refused", type(error).__name__)
