"""Who got what: peers, receipts, credentials, and what waits."""
