"""The places bundles go to, as both *Kirim* and *Kiriman masuk* show them."""
