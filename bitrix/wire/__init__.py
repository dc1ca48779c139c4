"""The site's vocabulary, translated once: prices, dates, statuses, products and orders."""
