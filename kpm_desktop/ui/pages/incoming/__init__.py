"""*Kiriman masuk*."""
