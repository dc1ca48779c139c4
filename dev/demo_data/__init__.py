"""A small town's worth of demo data, so that whoever has just started the stack sees a shop at work."""
