"""A day of the shop, played against the running stack: both sides speak, and what was promised is checked."""
