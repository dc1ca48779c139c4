"""How quick the admin panel is in Chromium, on a shop with years of orders."""
